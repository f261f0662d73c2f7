// The preview's script: takes in what was saved, keeps the reader's place, and shows what is wrong. Only `missiv serve` sends it.
"use strict";

(() => {
  const { session, token, ...sent } = document.currentScript.dataset;
  const shown = { version: Number(sent.version), styles: Number(sent.styles), scripts: Number(sent.scripts), reviews: Number(sent.reviews) };
  const review = "/_granska/";
  const isReview = location.pathname.startsWith(review);

  // ---- The page as it was sent, and the live node that stands for each of its nodes. What the site's own scripts have added or
  // changed is in the live page only, and stays.
  const lives = new WeakMap();
  const base = document.documentElement.cloneNode(true);

  function pair(live, copy) {
    lives.set(copy, live);
    for (let i = 0; i < copy.childNodes.length; i++) pair(live.childNodes[i], copy.childNodes[i]);
  }
  pair(document.documentElement, base);

  function patch(copy, next) {
    if (copy.isEqualNode(next)) return;
    const live = lives.get(copy);
    if (copy.nodeType !== Node.ELEMENT_NODE) {
      copy.data = live.data = next.data;
      return;
    }
    for (const { name } of [...copy.attributes]) {
      if (next.hasAttribute(name)) continue;
      copy.removeAttribute(name);
      live.removeAttribute(name);
    }
    for (const { name, value } of next.attributes) {
      if (copy.getAttribute(name) === value) continue;
      copy.setAttribute(name, value);
      live.setAttribute(name, value);
    }
    patchChildren(copy, next);
  }

  function patchChildren(copy, next) {
    const olds = [...copy.childNodes];
    const news = [...next.childNodes];
    let start = 0, oldEnd = olds.length, newEnd = news.length;
    while (start < oldEnd && start < newEnd && olds[start].isEqualNode(news[start])) start++;
    while (oldEnd > start && newEnd > start && olds[oldEnd - 1].isEqualNode(news[newEnd - 1])) oldEnd--, newEnd--;
    let at = start;
    for (let i = start; i < newEnd; i++) {
      const match = counterpart(olds, at, oldEnd, news, i, newEnd);
      if (match === undefined) {
        insert(copy, olds[at] ?? null, news[i]);
      } else {
        while (at < match) remove(olds[at++]);
        patch(olds[at++], news[i]);
      }
    }
    while (at < oldEnd) remove(olds[at++]);
  }

  // Which of the old nodes a new one is: the same id, else the same in all, else the next one of its kind that no later node is.
  function counterpart(olds, at, end, news, i, newEnd) {
    const node = news[i];
    if (node.nodeType === Node.ELEMENT_NODE) {
      const last = Math.min(end, at + 50);
      for (let j = at; j < last; j++) if (node.id ? olds[j].id === node.id : olds[j].isEqualNode(node)) return j;
    }
    const old = olds[at];
    if (at >= end || old.nodeName !== node.nodeName || (old.id ?? "") !== (node.id ?? "")) return undefined;
    if (old.nodeType === Node.ELEMENT_NODE) {
      for (let k = i + 1; k < Math.min(newEnd, i + 50); k++) if (news[k].isEqualNode(old)) return undefined;
    }
    return at;
  }

  function remove(copy) {
    lives.get(copy).remove();
    copy.remove();
  }

  function insert(parent, before, node) {
    const copy = document.importNode(node, true);
    const live = document.importNode(node, true);
    parent.insertBefore(copy, before);
    const previous = copy.previousSibling && lives.get(copy.previousSibling);
    const liveParent = lives.get(parent);
    if (previous?.parentNode === liveParent) previous.after(live);
    else if (!copy.previousSibling) liveParent.prepend(live);
    else liveParent.append(live);
    pair(live, copy);
  }

  // ---- The reader's place: what stands at the top of the window, and what has the focus.
  function ancestors(node) {
    const chain = [];
    for (; node && node !== document.documentElement; node = node.parentElement) chain.push(node);
    return chain;
  }

  function keepingPlace(change) {
    const tops = ancestors(document.elementFromPoint(innerWidth / 2, 90)).map((node) => [node, node.getBoundingClientRect().top]);
    const focused = ancestors(document.activeElement);
    change();
    const anchor = tops.find(([node]) => node.isConnected);
    if (anchor && scrollY > 0) scrollBy(0, anchor[0].getBoundingClientRect().top - anchor[1]);
    if (focused.length > 1 && !focused[0].isConnected) {
      const same = focused[0].id && document.getElementById(focused[0].id);
      (same || focused.find((node) => node.isConnected && node.hasAttribute("tabindex")))?.focus({ preventScroll: true });
    }
  }

  let refreshing = null, again = false;
  async function refresh() {
    if (refreshing) return void (again = true);
    do {
      again = false;
      refreshing = fetch(location.href, { cache: "no-store" }).then((response) => response.text());
      const page = new DOMParser().parseFromString(await refreshing, "text/html");
      // What a document keeps for as long as it is open: its scripts, and the policy that says what it may load.
      const lasting = (root) =>
        [...root.querySelectorAll('script[src], meta[http-equiv="Content-Security-Policy"]')]
          .map((node) => node.getAttribute("src") ?? node.getAttribute("content")).join();
      if (lasting(page) !== lasting(base)) return location.reload();
      keepingPlace(() => patch(base, page.documentElement));
    } while (again);
    refreshing = null;
    document.documentElement.dataset.missivVersion = shown.version;
  }

  function restyle() {
    for (const link of document.querySelectorAll('link[rel="stylesheet"]')) {
      const address = new URL(link.href);
      address.searchParams.set("v", shown.styles);
      link.href = address.href;
    }
  }

  // ---- What is wrong, always as text.
  function element(name, className, text) {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  }

  const panel = element("section", "missiv-live");
  panel.hidden = true;
  const status = element("p", "missiv-live-status");
  status.setAttribute("role", "status");
  const toggle = element("button", "missiv-live-toggle");
  toggle.type = "button";
  const list = element("ol", "missiv-live-list");
  // The same page with what differs from the published one marked, and back.
  const other = element("a", "missiv-live-review");
  other.href = isReview ? location.pathname.slice(review.length - 1) : review + location.pathname.slice(1).replace(/^$/, "index.html");
  // The list of all changes is no page of the site.
  other.hidden = location.pathname === review;
  panel.append(status, toggle, other, list);
  document.body.append(panel);
  let words = {}, isOpen = true;

  toggle.addEventListener("click", () => open(!isOpen));
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") open(false), toggle.focus();
  });

  function open(value) {
    isOpen = value;
    list.hidden = !value;
    toggle.setAttribute("aria-expanded", value);
    toggle.textContent = value ? words.hide : toggle.dataset.count;
  }

  function counted(count, one, many) {
    return count === 0 ? [] : [count === 1 ? one : many.replace("{n}", count)];
  }

  function place(problem, note) {
    const button = element("button", "missiv-live-place", `${problem.path}, ${words.line} ${problem.line}`);
    button.type = "button";
    button.title = words.open;
    button.addEventListener("click", async () => {
      const body = new URLSearchParams({ token, path: problem.path, line: problem.line });
      const response = await fetch("/_missiv/open", { method: "POST", body });
      if (!response.ok) note.textContent = `${words.cannotOpen} ${problem.path}:${problem.line}`;
    });
    return button;
  }

  function entry(problem) {
    const item = element("li", `missiv-live-${problem.severity}`);
    const note = element("p", "missiv-live-note");
    note.setAttribute("role", "status");
    const message = element("p");
    message.append(element("strong", "", `${words[problem.severity]}: `), problem.message);
    item.append(message, place(problem, note));
    if (problem.cure) item.append(element("p", "missiv-live-cure", problem.cure));
    for (const other of problem.notes) {
      const line = element("p", "missiv-live-cure", `${other.message} `);
      line.append(place(other, note));
      item.append(line);
    }
    item.append(note);
    return item;
  }

  function tell(state) {
    words = state.words;
    panel.setAttribute("aria-label", words.region);
    const had = panel.classList.contains("missiv-live-errors");
    panel.classList.toggle("missiv-live-errors", state.errors > 0);
    const counts = [
      ...counted(state.errors, words.oneError, words.errors), ...counted(state.warnings, words.oneWarning, words.warnings),
    ].join(", ");
    toggle.dataset.count = counts;
    // Where there is no page, only a message that says so, none was kept.
    const kept = document.body.classList.contains("missiv-message") ? "" : ` ${words.kept}`;
    status.textContent = state.errors > 0 ? `${counts}.${kept}` : had ? words.mended : "";
    list.replaceChildren(...state.problems.map(entry));
    open(state.errors > 0);
    toggle.hidden = counts === "";
    const isQuiet = counts === "" && status.textContent === "";
    panel.classList.toggle("missiv-live-quiet", isQuiet);
    other.textContent = isReview ? words.site : words.review;
    panel.hidden = isQuiet && other.hidden;
  }

  // ---- What the server tells. A page that nobody sees does not listen, since a browser has few connections to one place.
  let source = null;
  function listen() {
    source?.close();
    source = null;
    if (document.visibilityState === "hidden") return;
    source = new EventSource("/_missiv/events");
    source.addEventListener("site", (event) => take(JSON.parse(event.data)));
    source.addEventListener("review", (event) => reviewed(Number(event.data)));
    source.addEventListener("error", () => {
      if (!words.ended) return;
      status.textContent = words.ended;
      panel.hidden = false;
    });
  }

  function take(state) {
    if (state.session !== session || state.scripts !== shown.scripts) return location.reload();
    tell(state);
    if (state.styles !== shown.styles) {
      shown.styles = state.styles;
      restyle();
    }
    if (state.version !== shown.version) {
      shown.version = state.version;
      refresh();
    }
    reviewed(state.reviews);
  }

  function reviewed(count) {
    if (count === shown.reviews) return;
    shown.reviews = count;
    if (isReview) refresh();
  }

  document.addEventListener("visibilitychange", listen);
  listen();
})();
