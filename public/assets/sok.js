(() => {
"use strict";
const form = document.getElementById("sok");
const field = document.getElementById("q");
const home = new URL(form.dataset.home, location.href).href;
const find = (selector) => form.querySelector(selector);
const template = (id) => document.getElementById(id).content;
const word = (key) => template("sok-ord").querySelector(`[data-key="${key}"]`).textContent;
const perPage = 10;
let search, loading;
function ready() {
return loading ??= new Promise((resolve, reject) => {
const script = document.createElement("script");
script.src = form.dataset.script;
script.onload = () => resolve(search = missivSearch);
script.onerror = reject;
document.head.append(script);
}).then(() => search.start(new URL(form.dataset.index, location.href).href)).catch((error) => { loading = undefined; throw error; });
}
const facets = ["typ", "kommun", "lage", "tema", "amne", "namnd", "ar"];
const lists = { typ: [...template("sok-typer").querySelectorAll("li")], lage: [...template("sok-lagen").querySelectorAll("li")] };
const nameOf = (facet, value) => lists[facet] ? lists[facet][value].textContent.trim() : facet === "ar" ? String(value) : search.names(facet)[value];
const keyOf = (facet, value) => lists[facet] ? lists[facet][value].dataset.key : nameOf(facet, value);
const state = { chosen: {}, shown: perPage, run: 0, open: {} };
if (matchMedia("(max-width: 61.99rem)").matches) for (const facet of form.querySelectorAll(".facet")) facet.open = false;
const status = find("[role=status]"), heading = document.getElementById("traffar"), note = document.getElementById("sok-not");
const list = find(".results"), page = find(".results-page"), active = find(".active"), moreButton = document.getElementById("sok-fler");
function readAddress() {
const query = new URLSearchParams(location.search);
field.value = query.get("q") ?? "";
for (const facet of facets) state.chosen[facet] = new Set(query.getAll(facet));
}
function writeAddress() {
const query = new URLSearchParams();
if (field.value.trim()) query.set("q", field.value.trim());
for (const facet of facets) for (const key of state.chosen[facet]) query.append(facet, key);
const text = query.toString();
history.replaceState(null, "", location.pathname + (text ? "?" + text : ""));
}
async function run(isTyping) {
const mine = ++state.run;
const text = field.value.trim();
if (isTyping && text.length === 1) return;
const filters = facets.filter((facet) => state.chosen[facet].size);
writeAddress();
if (!text && !filters.length) { page.hidden = true; status.textContent = ""; return; }
try {
await ready();
const found = await search.answer(text, isTyping);
const wanted = facets.filter((facet) => state.chosen[facet].size || find(`[data-facet=${facet}]`).open);
await Promise.all(wanted.map(search.column));
if (mine !== state.run) return;
state.found = found;
show(wanted);
} catch (error) {
if (mine !== state.run) return;
page.hidden = false;
list.replaceChildren();
heading.textContent = status.textContent = word("failed");
}
}
const passes = (facet, document) => !state.chosen[facet].size || search.values(facet, document).some((value) => state.chosen[facet].has(keyOf(facet, value)));
function show(wanted) {
const text = field.value.trim();
const filtering = facets.filter((facet) => state.chosen[facet].size);
const results = [], counts = Object.fromEntries(wanted.map((facet) => [facet, new Map()]));
for (const result of state.found.results) {
const failed = filtering.filter((facet) => !passes(facet, result.document));
if (!failed.length) results.push(result);
if (failed.length > 1) continue;
for (const facet of failed.length ? failed : wanted) {
for (const value of search.values(facet, result.document)) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
}
}
state.results = results;
state.shown = perPage;
const key = (results.length === 1 ? "one" : results.length ? "many" : "none") + (text ? "" : "-filtered");
const summary = word(key).replace("%n", results.length.toLocaleString(document.documentElement.lang)).replace("%q", () => text);
heading.textContent = status.textContent = summary;
note.replaceChildren(...state.found.notes.map(([key, slip]) => paragraph(slip ? word(key).replace("%q", () => slip.text) : word(key))));
if (!results.length) note.append(paragraph(word("none-help")));
note.hidden = !note.childNodes.length;
page.hidden = false;
showActive(filtering);
for (const facet of wanted) showFacet(facet, counts[facet]);
list.replaceChildren();
showResults(0);
}
const element = (name, className, ...children) => {
const made = document.createElement(name);
if (className) made.className = className;
made.append(...children);
return made;
};
const paragraph = (text) => element("p", "", text);
function showActive(filtering) {
const label = active.firstElementChild;
active.replaceChildren(label);
for (const facet of filtering) for (const key of state.chosen[facet]) {
const named = lists[facet]?.find((item) => item.dataset.key === key)?.textContent.trim() ?? key;
const cross = element("span", "", "×");
cross.setAttribute("aria-hidden", "true");
const button = element("button", "small", named, " ", cross, element("span", "visually-hidden", ", " + word("remove")));
button.type = "button";
button.onclick = () => { state.chosen[facet].delete(key); field.focus(); run(); };
active.append(" ", button);
}
active.hidden = !filtering.length;
}
const fewValues = 12;
function showFacet(facet, counts) {
const box = find(`[data-facet=${facet}]`), chosen = state.chosen[facet];
let all = [...counts].sort((a, b) => facet === "ar" ? b[0] - a[0] : b[1] - a[1] || a[0] - b[0]);
const hidden = state.open[facet] ? 0 : all.length - fewValues;
if (hidden > 2) all = all.filter(([value], i) => i < fewValues || chosen.has(keyOf(facet, value)));
const focused = document.activeElement?.id;
const items = all.map(([value, count]) => {
const key = keyOf(facet, value), box = element("input"), label = element("label", "check", box, element("span", "", nameOf(facet, value)), element("span", "count", String(count)));
Object.assign(box, { type: "checkbox", id: "f-" + facet + "-" + value, name: facet, value: key, checked: chosen.has(key) });
label.htmlFor = box.id;
box.onchange = () => { if (box.checked) chosen.add(key); else chosen.delete(key); run(); };
return element("li", "", label);
});
if (hidden > 2) {
const button = element("button", "", word("all-values").replace("%n", counts.size));
button.type = "button";
button.onclick = () => { state.open[facet] = true; showFacet(facet, counts); find(`[data-facet=${facet}] input`).focus(); };
items.push(element("li", "", button));
}
box.querySelector("ul").replaceChildren(...items);
if (focused?.startsWith("f-" + facet)) document.getElementById(focused)?.focus();
}
async function showResults(from) {
const mine = state.run, shown = state.results.slice(from, state.shown);
moreButton.hidden = state.shown >= state.results.length;
const entries = await Promise.all(shown.map(({ document }) => search.entry(document)));
if (mine !== state.run) return;
list.append(...shown.map((result, i) => item(result, entries[i])));
if (from) list.children[from]?.querySelector("a").focus();
}
function item({ document, blocks }, { title, address, label, summary, place, year }) {
const made = template("sok-mall").cloneNode(true).firstElementChild;
const [kind] = search.values("typ", document), [standing] = search.values("lage", document);
const isOfAudit = kind < 4;
const where = !isOfAudit ? (kind > 4 && place) : year ? place + " " + year : place + ", " + word("unknown-year").toLowerCase();
made.querySelector(".kicker-s").textContent = [kind ? nameOf("typ", kind) : "", where, label].filter(Boolean).join(" · ");
const link = made.querySelector("a"), [path, fragment] = address.split("#");
link.href = home + path + (/(^|\/)$/.test(path) ? "index.html" : "") + (fragment ? "#" + fragment : "");
mark(link, title);
const context = made.querySelector(".hit-text");
if (blocks.length && !firstMatch(summary)) whenSeen(context, async () => mark(context, around(await search.block(document, blocks[0]))));
else if (summary && (kind || firstMatch(summary))) mark(context, around(summary));
else context.remove();
if (standing === undefined) made.querySelector(".rec-meta").remove();
else made.querySelector(".rec-meta").append(...lists.lage[standing].cloneNode(true).childNodes);
return made;
}
const seen = new IntersectionObserver((all) => {
for (const { target, isIntersecting } of all) if (isIntersecting) { seen.unobserve(target); target.fill().catch(() => target.remove()); }
});
function whenSeen(target, fill) { target.fill = fill; target.textContent = "…"; seen.observe(target); }
const matches = (text) => search && state.found.words.length ? [...text.matchAll(search.wordPattern)].filter(([token]) => search.isMatch(state.found, token)) : [];
const firstMatch = (text) => matches(text)[0];
function mark(target, text) {
const parts = [];
let at = 0;
for (const { 0: token, index } of matches(text)) {
parts.push(text.slice(at, index), element("mark", "", token));
at = index + token.length;
}
target.replaceChildren(...parts, text.slice(at));
}
function around(text) {
const before = 90, length = 240;
if (text.length <= length) return text;
let from = Math.max(0, (firstMatch(text)?.index ?? 0) - before);
if (from) from = text.indexOf(" ", from) + 1;
const to = text.lastIndexOf(" ", from + length);
return (from ? "… " : "") + text.slice(from, to > from ? to : from + length) + (from + length < text.length ? " …" : "");
}
let timer;
field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(() => run(true), 150); });
field.addEventListener("focus", () => ready().catch(() => {}), { once: true });
form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(timer); run(); });
moreButton.addEventListener("click", () => { const from = state.shown; state.shown += perPage; showResults(from); });
for (const facet of facets) find(`[data-facet=${facet}]`).addEventListener("toggle", ({ target }) => { if (target.open && state.found && !target.querySelector("li")) run(); });
addEventListener("popstate", () => { readAddress(); run(); });
readAddress();
run();
})();
