// 4 of 4. The page /search/: what is typed and chosen, what was found, and the
// address that says so.
"use strict";

(() => {
  const page = 30; // sentences shown at a time
  const round = 60; // reports read for one round where the texts are many
  const few = 12; // reports that are read on to the end, so that all can be counted
  const many = 300; // reports, from which on a query waits for a pause in the typing
  const pause = 150; // milliseconds

  const failure = "没有取到查找用的文件，请检查网络，刷新页面再试。";

  const $ = (id) => document.getElementById(id);
  const find = $("find");
  const q = $("q");
  const filters = { body: $("body"), year: $("year"), theme: $("theme") };
  const status = $("status");
  const results = $("results");
  const more = $("more");
  const base = find.dataset.base;

  let loading = null; // the promise of the index, once it is wanted
  let ticket = 0; // of the newest query; older ones give up
  let session = null; // of the query whose results are shown
  let settled = true; // the address as it stands is one to come back to

  // The index

  function index() {
    if (!loading) {
      loading = searchIndex.load(base).then((ready) => {
        offer(ready);
        return ready;
      });
      loading.catch(() => (loading = null));
    }
    return loading;
  }

  // offer fills the filters, and chooses in them what the address says.
  function offer(ready) {
    const asked = new URLSearchParams(location.search);
    const years = [...new Set(ready.order.map((r) => r.year))];
    const published = new Set(ready.reports.map((r) => r.slug));
    fill(filters.body, ready.bodies.filter((b) => published.has(b.slug)).map((b) => [b.slug, b.name]));
    fill(filters.year, years.map((y) => [String(y), `${y}年度`]));
    fill(filters.theme, ready.themes.filter((t) => t.name).map((t) => [t.id, t.name]));
    for (const [name, select] of Object.entries(filters)) choose(select, asked.get(name));
  }

  function fill(select, options) {
    select.replaceChildren(select.options[0], ...options.map(([value, text]) => new Option(text, value)));
    select.disabled = false;
  }

  function choose(select, value) {
    select.value = value ?? "";
    if (select.selectedIndex < 0) select.value = "";
  }

  // Searching

  async function search({ shown = page, again = false } = {}) {
    const mine = ++ticket;
    const words = searchText.words(q.value);
    if (words.length === 0) {
      session = null;
      show([], true);
      return;
    }
    const waiting = setTimeout(() => mine === ticket && say("正在查找……"), 300);
    try {
      const ready = await index();
      const theme = ready.themes.findIndex((t) => t.id === filters.theme.value);
      const asked = { body: filters.body.value, year: filters.year.value, theme: theme < 0 ? "" : theme };
      const reports = await ready.candidates(words, asked);
      if (mine !== ticket) return;
      const next = { ready, words, theme, reports, read: 0, holding: 0, total: 0, waiting: [], shown: 0 };
      if (!(await advance(next, shown, mine))) return;
      session = next;
      show(take(next, shown), true);
    } catch (error) {
      if (mine !== ticket) return;
      if (error instanceof searchIndex.Stale && !again) {
        loading = null;
        return search({ shown, again: true });
      }
      session = null;
      show([], true);
      say(failure);
    } finally {
      clearTimeout(waiting);
    }
  }

  // advance reads on until so many sentences wait to be shown; false when a
  // newer query has come. Where all texts are at hand it reads them all, so
  // that it can be said how many there are.
  async function advance(s, wanted, mine) {
    const all = s.reports.length;
    const limit = s.ready.bits < 0 ? all : s.read + round;
    const todo = s.reports.slice(s.read, all - limit <= few ? all : limit);
    const start = s.read;
    await s.ready.each(todo, (report, text) => {
      if (mine !== ticket) return 0;
      const hits = inReport(s, report, text);
      if (hits.length > 0) s.holding++;
      s.total += hits.length;
      s.waiting.push(...hits);
      s.read++;
      const rest = all - s.read;
      if (s.ready.bits < 0 || rest <= few) return rest;
      const lacking = Math.max(0, wanted - s.waiting.length);
      return Math.ceil((lacking * (s.read - start)) / Math.max(1, s.waiting.length));
    });
    return mine === ticket;
  }

  // inReport gives the sentences of a report that are to be shown.
  function inReport(s, report, text) {
    const hits = [];
    for (const block of text) {
      const found = searchText.find(block.folded, s.words);
      if (!found || (s.theme >= 0 && !hasTheme(block, s.theme))) continue;
      for (const sentence of searchText.sentences(block.text, found)) hits.push({ report, block, sentence });
    }
    return hits;
  }

  function hasTheme(block, theme) {
    for (let i = 3; i < block.figures.length; i += 4) if (block.figures[i] === theme) return true;
    return false;
  }

  function take(s, count) {
    const hits = s.waiting.splice(0, count);
    s.shown += hits.length;
    return hits;
  }

  // Showing

  function show(hits, anew) {
    const last = anew ? null : results.lastElementChild;
    const parts = [];
    let group = last && last.dataset.report === String(hits[0]?.report.ordinal) ? last : null;
    for (const hit of hits) {
      if (!group || group.dataset.report !== String(hit.report.ordinal)) parts.push((group = searchResults.group(base, hit.report)));
      group.lastElementChild.append(searchResults.item(base, hit, group.dataset.section !== hit.block.section));
      group.dataset.section = hit.block.section;
    }
    if (anew) results.replaceChildren(...parts);
    else results.append(...parts);
    const rest = session ? session.reports.length - session.read : 0;
    more.hidden = !session || (session.waiting.length === 0 && rest === 0);
    say(session ? summary(session, rest) : "");
  }

  function summary(s, rest) {
    const what = `“${q.value.trim()}”`;
    if (rest > 0) {
      const so = s.shown > 0 ? `${what}：已列出较新的 ${s.shown} 处` : `${what}：已查的 ${s.read} 份报告里没有`;
      return `${so}，还有 ${rest} 份报告可能写到。`;
    }
    if (s.total === 0) {
      const narrowed = Object.values(filters).some((f) => f.value !== "");
      return `没有找到${what}。${narrowed ? "可以把单位、年度、主题改回“全部”再试。" : "可以换一个说法，或者少输几个字。"}`;
    }
    const all = `${what}：找到 ${s.total} 处，在 ${s.holding} 份报告里`;
    return s.waiting.length > 0 ? `${all}，先列出 ${s.shown} 处。` : `${all}。`;
  }

  function say(text) {
    if (status.textContent !== text) status.textContent = text;
  }

  // The address

  function address() {
    const asked = new URLSearchParams();
    if (q.value.trim()) asked.set("q", q.value.trim());
    for (const [name, select] of Object.entries(filters)) if (select.value) asked.set(name, select.value);
    const query = asked.toString();
    return location.pathname + (query ? `?${query}` : "");
  }

  // note writes the query into the address: as a place of its own to come back
  // to when the one before is settled, else in its stead.
  function note() {
    clearTimeout(note.timer);
    const url = address();
    if (url === location.pathname + location.search) return;
    if (settled && location.search) history.pushState(null, "", url);
    else history.replaceState(null, "", url);
    settled = false;
  }

  // recall reads the address back, and how much was shown and followed there.
  async function recall() {
    const asked = new URLSearchParams(location.search);
    const { shown, hit } = history.state ?? {};
    clearTimeout(note.timer);
    q.value = (asked.get("q") ?? "").slice(0, q.maxLength);
    settled = true;
    if (!q.value) return search();
    for (const [name, select] of Object.entries(filters)) if (!select.disabled) choose(select, asked.get(name));
    await search({ shown: Math.min(Number(shown) || page, 1000) });
    if (hit) [...results.querySelectorAll("a")].find((a) => a.getAttribute("href") === hit)?.focus();
  }

  // Keys and clicks

  let timer = 0;
  function typed() {
    clearTimeout(note.timer);
    note.timer = setTimeout(note, 300); // some browsers take few changes of the address in a minute
    clearTimeout(timer);
    index().then(
      (ready) => {
        clearTimeout(timer);
        timer = setTimeout(search, ready.reports.length < many ? 0 : pause);
      },
      () => search(),
    );
  }

  q.addEventListener("input", (event) => {
    if (!event.isComposing) typed(); // the letters of an input method are no query yet
  });
  q.addEventListener("compositionend", typed);
  q.addEventListener("change", () => {
    note();
    settled = true;
  });
  q.addEventListener("focus", () => index().catch(() => {}));
  for (const select of Object.values(filters)) {
    select.addEventListener("change", () => {
      settled = true;
      note();
      settled = true;
      search();
    });
  }

  more.addEventListener("click", async () => {
    const s = session;
    const first = s.shown;
    try {
      if (s.waiting.length < page && !(await advance(s, page, ticket))) return;
    } catch {
      return say(failure);
    }
    show(take(s, page), false);
    history.replaceState({ ...history.state, shown: s.shown }, "");
    results.querySelectorAll(".find-hit")[first]?.focus();
  });

  results.addEventListener("click", (event) => {
    const a = event.target.closest("a");
    if (a) history.replaceState({ shown: session?.shown, hit: a.getAttribute("href") }, "");
  });

  // The arrow keys go from the box through the results and back.
  find.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const stops = [q, ...results.querySelectorAll("a")];
    const to = stops[stops.indexOf(event.target) + step];
    if (!stops.includes(event.target) || !to) return;
    event.preventDefault();
    to.focus();
  });

  addEventListener("popstate", recall);
  if (location.search) recall();
})();
