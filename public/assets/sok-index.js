window.missivSearch = (() => {
"use strict";
let folder;
const files = new Map();
let version = "";
function load(name) {
if (!files.has(name)) files.set(name, new Promise((resolve, reject) => {
waiting.set(name, { pieces: [], left: -1, resolve, reject });
fetchPiece(name, name, reject);
}).catch((error) => { files.delete(name); throw error; }));
return files.get(name);
}
const waiting = new Map();
function fetchPiece(name, file, reject) {
const script = document.createElement("script");
script.src = folder + file + ".js" + version;
script.onerror = () => reject(new Error(file));
script.onload = () => script.remove();
document.head.append(script);
}
window.missiv = (name, index, count, value) => {
const file = waiting.get(name);
if (!file) return;
if (file.left < 0) {
file.left = count;
for (let i = 1; i < count; i++) fetchPiece(name, name + "-" + i, file.reject);
}
file.pieces[index] = value;
if (--file.left === 0) file.resolve(count > 1 ? file.pieces.join("") : value);
};
class Reader {
constructor(text) { this.text = text; this.at = 0; }
get more() { return this.at < this.text.length; }
digit() { const code = this.text.charCodeAt(this.at++); return code - (code > 92 ? 36 : 35); }
number() {
const first = this.digit();
if (first < 64) return first;
if (first < 86) return 64 + (first - 64) * 91 + this.digit();
if (first < 90) return 2066 + ((first - 86) * 91 + this.digit()) * 91 + this.digit();
return 35190 + ((this.digit() * 91 + this.digit()) * 91 + this.digit()) * 91 + this.digit();
}
difference() { const value = this.number(); return value & 1 ? -(value + 1) / 2 : value / 2; }
take(length) { this.at += length; return this.text.slice(this.at - length, this.at); }
}
let index;
async function start(where) {
folder = where;
if (index) return index;
const data = await load("start");
version = "?v=" + data.version;
const column = new Reader(await load("c"));
const sorts = Array.from({ length: data.count }, () => column.number());
const runs = [];
for (let end = 0; end < data.count;) runs.push({ end: end += column.number() });
let last = 0;
for (const run of runs) run.place = (last += column.difference()) - 1;
last = 0;
for (const run of runs) run.year = last += column.difference();
for (const run of runs) run.topics = data.topicSets[last = (column.number() || last + 1) - 1];
const words = data.words.split(" "), ends = data.ends.split(" ");
return index = { ...data, words, ends, sorts, runs, rules: readRules(data.rules), stop: new Set(data.stop.split(" ")) };
}
function place(values, value) {
let low = 0, high = values.length;
while (low < high) { const middle = (low + high) >> 1; if (values[middle] <= value) low = middle + 1; else high = middle; }
return Math.max(0, low - 1);
}
const runOf = (document) => {
let low = 0, high = index.runs.length - 1;
while (low < high) { const middle = (low + high) >> 1; if (index.runs[middle].end <= document) low = middle + 1; else high = middle; }
return index.runs[low];
};
const wordPattern = /[\p{Alphabetic}\u0300-\u036f\u00ad\d]+/gu;
const special = { æ: "ä", ø: "ö", ð: "d", þ: "t", ß: "s" };
function letters(text) {
return Array.from(text.normalize("NFC").toLowerCase().replace(/[\u0300-\u036f\u00ad]/g, ""), (letter) => {
if (/[a-z0-9åäö]/.test(letter)) return letter;
const code = letter.codePointAt(0);
return code > 255 || code < 192 ? "u" + code.toString(16) : special[letter] || letter.normalize("NFD")[0];
}).join("");
}
const fold = (text) => text.replace(/[åä]/g, "a").replace(/ö/g, "o");
function readRules(text) {
return text.split("|").map((step) => {
const [least, ...rules] = step.trim().split(/\s+/);
const endings = rules.map((rule) => {
const [ending, replacement = ""] = rule.replace("^", "").split(">");
return { whole: rule[0] === "^", ending, replacement };
});
return { least: +least, endings: endings.sort((a, b) => b.ending.length - a.ending.length) };
});
}
const stems = new Map();
function stem(folded) {
if (/\d/.test(folded)) return folded;
if (stems.has(folded)) return stems.get(folded);
let text = folded;
passes: for (let pass = 0; pass < 4; pass++) {
const before = text;
for (const { least, endings } of index.rules) {
const rule = endings.find(({ whole, ending, replacement }) => {
if (whole) return text === ending;
if (!text.endsWith(ending) || text.length - ending.length + replacement.length < least) return false;
return /[aeiouy]/.test(text.slice(0, text.length - ending.length) + replacement);
});
if (!rule) continue;
text = text.slice(0, text.length - rule.ending.length) + rule.replacement;
if (rule.whole) break passes;
}
if (text === before) break;
}
stems.set(folded, text);
return text;
}
function parse(text) {
const words = [], phrases = [];
for (const part of text.matchAll(/["”“»]([^"”“»]*)["”“»]?|[^"”“»]+/g)) {
let before = null, gap = 0;
for (const [token] of (part[1] ?? part[0]).matchAll(wordPattern)) {
const marked = letters(token), folded = fold(marked);
if (!folded) continue;
if (index.stop.has(folded) || (folded.length === 1 && !/\d/.test(folded))) { gap++; continue; }
const found = { text: token, marked, folded, key: stem(folded) };
words.push(found);
if (part[1] !== undefined && before && gap < 4) phrases.push([before, gap, found]);
before = found;
gap = 0;
}
}
return { words, phrases };
}
const dictionaries = new Map();
async function dictionary(number) {
if (!dictionaries.has(number)) {
const reader = new Reader(await load("w-" + index.words[number])), terms = [];
for (let before = ""; reader.more;) {
const shared = reader.number(), length = reader.number();
const text = before = before.slice(0, shared) + reader.take(length);
const count = reader.number(), size = reader.number();
const term = { text, key: fold(text), count };
if (size) term.postings = reader.take(size); else term.file = "p-" + text.replace(/[åäö]/g, (letter) => ({ å: "_a", ä: "_e", ö: "_o" })[letter]);
terms.push(term);
}
dictionaries.set(number, terms);
}
return dictionaries.get(number);
}
async function ends(number) {
const reader = new Reader(await load("e-" + index.ends[number])), keys = [];
for (let before = ""; reader.more;) {
const shared = reader.number();
before = before.slice(0, shared) + reader.take(reader.number());
keys.push({ key: Array.from(before).reverse().join(""), count: reader.number() });
}
return keys;
}
function range(firsts, prefix, most) {
const from = place(firsts, prefix), to = place(firsts, prefix + "~");
return Array.from({ length: Math.min(to - from + 1, most) }, (_, i) => from + i);
}
const reversed = (text) => Array.from(text).reverse().join("");
const exactly = async (key) => (await dictionary(place(index.words, key))).filter((term) => term.key === key);
function slips(word) {
const all = new Set();
const add = (text) => { if (text.length > 2) all.add(stem(text)); };
for (let i = 0; i <= word.length; i++) {
const head = word.slice(0, i), tail = word.slice(i);
if (tail) add(head + tail.slice(1));
if (tail.length > 1) add(head + tail[1] + tail[0] + tail.slice(2));
for (const letter of "abcdefghijklmnopqrstuvwxyz") { add(head + letter + tail); if (tail) add(head + letter + tail.slice(1)); }
}
return all;
}
function fits(word, term, terms) {
let worth = 1;
for (let i = 0; i < term.text.length && i < word.marked.length; i++) {
const a = word.marked[i], b = term.text[i];
if (fold(a) !== fold(b)) break;
if (a === b) continue;
if (/[åä]/.test(a) && /[åä]/.test(b)) return 0;
if (terms.length > 1 || word.marked !== word.folded) worth = Math.min(worth, a === "å" || b === "å" ? 0.1 : 0.5);
}
return worth;
}
async function terms(word, isTyping) {
const found = new Map();
const add = (term, worth) => { if (worth > (found.get(term) ?? 0)) found.set(term, worth); };
const exact = await exactly(word.key);
for (const term of exact) add(term, fits(word, term, exact));
const hits = [...found].reduce((sum, [term]) => sum + term.count, 0), isFew = hits < few;
if (isTyping ? word.folded.length > 2 : isFew && word.folded.length > 4) {
for (const number of range(index.words, word.folded, 3)) {
for (const term of await dictionary(number)) if (term.key.startsWith(word.folded)) add(term, isTyping ? 0.5 : 0.2);
}
}
word.isSlip = false;
if (isTyping || /\d/.test(word.folded) || word.folded.length < 4) return found;
if (isFew) await addEnds(word, add);
if (isFew || word.key.length > 5) await addSlips(word, add, isFew, !found.size);
if (isFew && found.size < 2) await addParts(word, add);
return found;
}
const few = 4;
async function addAll(keys, worth, add) {
for (const key of keys) for (const term of await exactly(key)) add(term, worth);
}
const frequent = (all, most) => [...all].sort((a, b) => b.count - a.count).slice(0, most).map(({ key }) => key);
async function endsWith(text) {
const all = [];
for (const number of range(index.ends, reversed(text), 2)) all.push(...await ends(number));
return all;
}
async function addEnds(word, add) {
if (word.key.length > 3) await addAll(frequent((await endsWith(word.key)).filter(({ key }) => key.length > word.key.length && key.endsWith(word.key)), 3), 0.4, add);
}
async function addSlips(word, add, isFew, isLost) {
const all = slips(word.folded), half = Math.max(2, (word.folded.length - 1) >> 1);
all.delete(word.key);
const near = [];
for (const number of isFew ? range(index.words, word.folded.slice(0, half), 3) : [place(index.words, word.key)]) near.push(...await dictionary(number));
if (isFew) near.push(...await endsWith(word.key.slice(-Math.max(2, (word.key.length - 1) >> 1))));
const keys = new Set(frequent(near.filter(({ key }) => key.length > (isLost ? 2 : 4) && all.has(key)), 3));
await addAll(keys, isLost ? 0.4 : 0.1, add);
word.isSlip = isLost && keys.size > 0;
}
async function addParts({ key: whole, folded }, add) {
const tails = new Map(), known = new Set(), starts = [];
for (let at = folded.length - 4; at > 2; at--) if (stem(folded.slice(at)).length > 2) tails.set(stem(folded.slice(at)), at);
for (const end of [...new Set([...tails.keys()].map((tail) => tail.slice(-3)))].slice(0, 2)) for (const { key } of await endsWith(end)) known.add(key);
const last = [...tails.keys()].reverse().find((tail) => tail !== whole && known.has(tail)), at = tails.get(last);
const to = place(index.words, folded);
for (let number = Math.max(place(index.words, folded.slice(0, 3)), to - 2); number <= to; number++) starts.push(...await dictionary(number));
const [first] = starts.map(({ key }) => key).filter((key) => {
const rest = folded.slice(key.length), bound = at - key.length;
return key.length > 2 && key !== whole && folded.startsWith(key) && (last ? bound >= 0 && bound < 3 : rest.length > 4 && (rest[0] === "s" ? key.length > 4 : /[ou]/.test(rest[0])));
}).sort((a, b) => b.length - a.length);
await addAll([last, first].filter(Boolean), 0.05, add);
}
const worthOf = [1, 2, 3, 3, 4, 6, 10, 30];
async function score(found) {
const scores = new Map();
await Promise.all([...found].map(async ([term, worth]) => { term.postings ??= await load(term.file); }));
for (const [term, worth] of found) {
if (!worth) continue;
const reader = new Reader(term.postings);
const rarity = Math.log(1 + index.count / term.count);
for (let document = -1; reader.more;) {
const value = reader.number(), level = value & 7;
document += (value >> 3) + 1;
const block = level < 3 ? reader.number() : -1;
const points = worthOf[level] * worth * rarity, old = scores.get(document);
if (!old || old.points < points) scores.set(document, { points, block, level });
}
}
return scores;
}
function hash(key) {
let value = 0x811c9dc5;
for (const letter of key) value = Math.imul(value ^ letter.charCodeAt(0), 0x01000193);
return value;
}
async function together([first, gap, second]) {
let pair = Math.imul(hash(first.key) ^ (gap + 1), 0x01000193);
pair = Math.imul(pair ^ hash(second.key), 0x85ebca6b);
pair = (pair ^ (pair >>> 13)) >>> 0;
const reader = new Reader(await load("q" + (pair & (index.pairs - 1))));
for (let low = 0; reader.more;) {
low += reader.number();
const documents = new Set();
for (let left = reader.number(), last = -1; left > 0; left--) documents.add(last += reader.number() + 1);
if (low === pair >>> 10) return documents;
}
return new Set();
}
async function answer(text, isTyping) {
const { words, phrases } = parse(text);
if (!words.length && text) return { words, keys: [], results: [], notes: [] };
if (!words.length) return { words, results: Array.from({ length: index.count }, (_, document) => ({ document, blocks: [] })), keys: [], notes: [] };
const found = await Promise.all(words.map((word, i) => terms(word, isTyping && i === words.length - 1 && !phrases.length)));
const scores = await Promise.all(found.map(score));
const pairs = await Promise.all(phrases.map(together));
const notes = [];
for (const word of words) if (word.isSlip) notes.push(["corrected", word]);
const sums = new Map();
for (const map of scores) {
for (const [document, { points, block }] of map) {
const sum = sums.get(document) ?? { document, points: 0, count: 0, blocks: [] };
sum.points += points;
sum.count++;
if (block >= 0) sum.blocks.push(block);
sums.set(document, sum);
}
}
let results = [...sums.values()].filter(({ document }) => pairs.every((set) => set.has(document)));
const whole = results.filter(({ count }) => count === words.length);
if (whole.length || phrases.length) results = whole; else if (words.length > 1 && results.length) notes.push(["any"]);
results.sort((a, b) => b.count - a.count || b.points - a.points || a.document - b.document);
const keys = found.map((terms) => new Set([...terms].filter(([, worth]) => worth).map(([term]) => term.key)));
return { words, keys, results, notes };
}
const columns = {};
async function column(facet) {
const file = { tema: "ct", namnd: "cb" }[facet];
if (!file || columns[facet]) return;
const reader = new Reader(await load(file));
const sets = Array.from({ length: reader.number() }, () => Array.from({ length: reader.number() }, () => reader.number()));
columns[facet] = Array.from({ length: index.count }, () => sets[reader.number()]);
}
function values(facet, document) {
const sort = index.sorts[document];
if (facet === "typ") return [sort < 14 ? 0 : sort - 13];
if (facet === "lage") return sort > 0 && sort < 14 ? [sort - 1] : [];
if (facet === "kommun") { const { place } = runOf(document); return place < 0 ? [] : [place]; }
if (facet === "ar") { const { year } = runOf(document); return year ? [year + 1900] : []; }
return facet === "amne" ? runOf(document).topics : columns[facet][document];
}
async function entry(document) {
const [title, address, label, summary] = (await load("d" + (document >> 6)))[document & 63];
const { place: where, year } = runOf(document);
return { title, address, label, summary, place: index.kommun[where], year: year && year + 1900 };
}
async function block(document, number) {
const file = "t/" + (document >> 12) + "/" + (document >> 4 & 255), place = document & 15;
if (number < 12) return (await load(file))[place][number];
return (await load(file + "-" + place + "-" + ((number - 12 >> 4) + 1)))[number - 12 & 15];
}
function isMatch({ words, keys }, token) {
const folded = fold(letters(token)), key = stem(folded);
if (!folded || index.stop.has(folded)) return false;
return words.some((word, i) => keys[i].has(key) || (word.key.length > 3 && folded.includes(word.key)));
}
return { start, answer, column, values, entry, block, isMatch, wordPattern, names: (facet) => index[facet], stem: (text) => stem(fold(letters(text))) };
})();
