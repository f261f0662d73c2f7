/// How Swedish inflects, as a table that the index and the script of the search page both read.
///
/// Words are folded first (å and ä to a, ö to o), which makes *hand* and *händer*, *stad* and *städer* alike at once. The steps,
/// divided by `|`, are taken in order and again until nothing changes, so that every form of a word ends at the same place. A
/// step begins with how many letters must be left; the longest of its endings that fits is taken away, or replaced by what stands
/// after `>`. With `^` it must be the whole word, and no other step follows. A line with `#` says what the step is for.
enum StemmingRules {
  static let table = """
    # words as a whole: nothing more happens to them
    0 ^mor>mod ^far>fad ^bror>brod ^boras>boras ^vasteras>vasteras ^tranas>tranas ^alingsas>alingsas ^gott>god ^goda>god
    ^god>god ^nytt>ny ^nya>ny ^nyare>ny ^stort>stor ^svart>svar ^klart>klar ^helt>hel ^kultur>kultur ^dator>dator
    ^datorn>dator ^datorer>dator ^datorerna>dator ^kontot>konto ^konton>konto ^lager>lager ^lagret>lager ^lagren>lager
    ^aret>ar ^aren>ar ^oka>ok ^okar>ok ^okad>ok ^okade>ok ^okat>ok ^moss>mus ^mossen>mus ^gass>gas ^miljon>miljo
    ^ledde>led ^lett>led ^leds>led ^barn>barn
    # genitive and passive
    |3 s ss>ss
    # strong verbs
    |1 gjord>gor gjort>gor gjorde>gor gjorda>gor omrade>omrad ansag>ans ansett>ans ansedd>ans tillsag>tills
    tillsett>tills utsag>uts utsett>uts utsedd>uts forsett>fors avsag>avs avsett>avs avsedd>avs insag>ins vidtog>vidt
    vidtag>vidt vidtagit>vidt vidtagn>vidt vidtagna>vidt antog>ant antag>ant antagit>ant antagna>ant antagn>ant
    deltog>delt deltagit>delt mottog>mott mottagit>mott angav>ang angett>ang angivit>ang angivn>ang uppgav>uppg
    uppgett>uppg rstod>rst estod>est rstatt>rst estatt>est mgick>mg ngick>ng mgatt>mg ngatt>ng holl>hall skrev>skriv
    drev>driv bjod>bjud brot>bryt foreslog>foresl foreslagit>foresl foreslagna>foresl foll>fall anvant>anvand
    anvande>anvand valde>valj vald>valj valt>valj lagt>lagg barnen>barn barnet>barn
    # endings of nouns, verbs and adjectives
    |3 a e an en et ar or er arna orna erna ena are aren ade at it ast aste
    |4 ad
    |5 rn>r eln>el in>i barn>barn
    |4 yn>y
    # neuter and participles
    |3 igt>ig skt>sk ellt>ell ivt>iv llt>ll lld>ll rkt>rk ckt>ck vt>v vd>v jt>j jd>j ggt>gg ggd>gg gt>g yrt>yr yrd>yr
    |4 alt>al omt>om omd>om elt>el ert>er art>ar ard>ar
    |5 ort>or ord>or
    # what inflection does to the end of a stem
    |3 mm>m nn>n bock>bok fott>fot rott>rot br>b dr>d gr>g kr>k mr>m nr>n pr>p sr>s tr>t vr>v tn>t kn>k pn>p vn>v ium>i
    eum>e tum>t
    |4 agn>ag bel>bl del>dl gel>gl kel>kl mel>ml nel>nl pel>pl sel>sl tel>tl vel>vl trum>tr
    """

  /// Words that are in every text and are not searched for, folded.
  static let stopWords =
    "och att det som en ett i pa av for med till ar den de om har inte kan ska vi eller fran samt var vid ha dar sig sin sitt "
    + "sina detta denna dessa aven the and of to in is"
}
