// 7 of 7. The page /search/: what is typed and chosen, what was found, and the
// address that says so.
"use strict";

(() => {
  const page = 10; // reports shown at a time
  const soon = 3; // reports of these that are shown before the others are read
  const round = 60; // reports read before what was found is shown, where the texts are many
  const mostAlso = 4; // other ways of writing that are told at once
  const few = 12; // reports that are read on to the end, so that all can be counted

  const failure = "没有取到查找用的文件，请检查网络，刷新页面再试。";

  const $ = (id) => document.getElementById(id);
  const find = $("find");
  const q = $("q");
  const filters = { body: $("body"), year: $("year"), theme: $("theme") };
  const status = $("status");
  const results = $("results");
  const more = $("more");
  const chips = $("chips");
  const also = $("also");
  const known = $("known");
  const base = find.dataset.base;

  let loading = null; // the promise of the index, once it is wanted
  let ticket = 0; // of the newest query; older ones give up
  let session = null; // of the query whose results are shown
  let settled = true; // the address as it stands is one to come back to
  let exact = false; // only the characters that were typed are looked for
  let understood = null; // the query that is shown as understood

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

  // understand reads the query and shows what it names, before any text is read.
  function understand(ready) {
    if (understood?.of === q.value && understood.ready === ready && understood.query.exact === exact) return understood.query;
    const query = searchQuery.parse(q.value, ready.known, { exact });
    chips.replaceChildren(...searchResults.chips(query.chips, (chip) => rewrite(query.text.slice(0, chip.from) + query.text.slice(chip.to))));
    known.replaceChildren(...(query.literal.length > 0 && !exact ? searchResults.offers(base, ready.known.offers(query)) : []));
    explain(query);
    understood = { of: q.value, ready, query };
    return query;
  }

  // explain says what else is looked for, and offers to look for the characters alone.
  function explain(query) {
    const parts = [...query.notes];
    if (query.reduced.length > 0) parts.push(`找的是${query.reduced.map((w) => `“${w}”`).join("、")}。`);
    const long = query.also.length > mostAlso;
    const others = long ? query.also.slice(0, mostAlso - 1) : query.also;
    if (others.length > 0) parts.push(`也找了：${others.join("、")}`);
    also.replaceChildren(parts.join(""));
    if (long) {
      const all = searchResults.button("find-others", `等 ${query.also.length} 种说法`);
      all.addEventListener("click", () => {
        all.replaceWith(`、${query.also.slice(others.length).join("、")}`);
        also.querySelector("button")?.focus();
      });
      also.append(all);
    }
    if (others.length > 0) also.append("。");
    if (exact && query.literal.length > 0) also.append("只找了输入的这几个字。");
    if (query.literal.length === 0 || !(exact || query.also.length + query.chips.length + query.reduced.length > 0)) return;
    const b = searchResults.button("", exact ? "也找别的说法" : "只找这几个字");
    b.addEventListener("click", () => {
      exact = !exact;
      settle();
      also.querySelector("button")?.focus();
    });
    also.append(" ", b);
  }

  // rewrite puts another query into the box.
  function rewrite(text) {
    q.value = text.trim();
    exact = false;
    q.focus();
    settle();
  }

  // settle makes an address of its own of what is asked for now, and searches.
  function settle() {
    settled = true;
    note();
    settled = true;
    return search();
  }

  async function search({ shown = page, again = false } = {}) {
    const mine = ++ticket;
    if (q.value.trim() === "") return clear();
    const waiting = setTimeout(() => mine === ticket && say("正在查找……"), 300);
    try {
      const ready = await index();
      if (mine !== ticket) return;
      const query = understand(ready);
      const theme = ready.themes.findIndex((t) => t.id === filters.theme.value);
      const next = await begin(ready, query, theme, query.asked);
      if (!(await read(next, shown, mine)) || next.holding > 0 || next.read < next.jobs.length) return;
      for (const { words, asked } of query.wider) {
        const wider = { ...(await begin(ready, query, theme, asked)), words };
        if (!(await advance(wider, 1, mine))) return;
        if (wider.total > 0) return await read(wider, shown, mine);
      }
    } catch (error) {
      if (mine !== ticket) return;
      if (error instanceof searchIndex.Stale && !again) {
        loading = null;
        return search({ shown, again: true });
      }
      clear();
      say(failure);
    } finally {
      clearTimeout(waiting);
    }
  }

  // begin is the session of a query that looks for what is asked, which is the query's own
  // or wider.
  async function begin(ready, query, theme, asked) {
    return { ready, query, theme, jobs: await jobsOf(ready, query, theme, asked), read: 0, holding: 0, beyond: 0, total: 0, waiting: [], shown: 0, words: null };
  }

  // read shows so many of the reports that hold what a session looks for; false when a
  // newer query has come.
  async function read(s, shown, mine) {
    if (mine !== ticket || !(await advance(s, Math.min(shown, soon), mine))) return false;
    session = s;
    show(take(s, shown), true);
    while (s.shown < shown && s.read < s.jobs.length) {
      if (!(await advance(s, shown - s.shown, mine))) return false;
      show(take(s, shown - s.shown), false);
    }
    return true;
  }

  function clear() {
    session = null;
    understood = null;
    for (const e of [chips, also, known]) e.replaceChildren();
    show([], true);
  }

  // jobsOf are the reports to be read, and what each is asked for. Those that a year
  // or a name in the query rules out come last; they are asked for the query
  // character for character, so that none that holds it is hidden.
  async function jobsOf(ready, query, theme, asked) {
    const chosen = ready.bodies.findIndex((b) => b.slug === filters.body.value);
    const bodies = chosen < 0 ? null : new Set([chosen]);
    const years = filters.year.value === "" ? null : new Set([Number(filters.year.value)]);
    const both = (a, b) => (a && b ? new Set([...a].filter((x) => b.has(x))) : (a ?? b));
    const narrowed = query.chips.length > 0;
    const named = { bodies: both(bodies, narrowed ? query.bodies : null), years: both(years, query.years), theme };
    const jobs = (await ready.candidates(asked, named)).map((report) => ({ report, asked }));
    if (!narrowed || asked !== query.asked || asked.length === 0) return jobs;
    const others = await ready.candidates(query.literal, { bodies, years, theme });
    const ruledOut = (r) => (query.bodies && !query.bodies.has(r.body)) || (query.years && !query.years.has(r.year));
    return [...jobs, ...others.filter(ruledOut).map((report) => ({ report, asked: query.literal, beyond: true }))];
  }

  // advance reads on until so many reports wait to be shown, or a round has been
  // read; false when a newer query has come. Where all texts are at hand it reads
  // them all, so that it can be said how many there are.
  async function advance(s, wanted, mine) {
    const left = s.jobs.length - s.read;
    const todo = s.jobs.slice(s.read, s.ready.bits < 0 || left <= round + few ? s.jobs.length : s.read + round);
    const start = s.read;
    await s.ready.each(
      todo.map((job) => job.report),
      (report, text) => {
        if (mine !== ticket) return 0;
        const job = s.jobs[s.read++];
        const hits = inReport(s, job, text);
        s.total += hits.length;
        if (hits.length > 0 || s.query.asked.length === 0) {
          s.holding++;
          if (job.beyond) s.beyond++;
          s.waiting.push({ report, hits, beyond: job.beyond });
        }
        const rest = s.jobs.length - s.read;
        if (s.ready.bits < 0 || rest <= few) return rest;
        const lacking = Math.max(0, wanted - s.waiting.length);
        return Math.ceil((lacking * (s.read - start)) / Math.max(1, s.waiting.length));
      },
    );
    return mine === ticket;
  }

  // inReport gives the sentences of a report that are to be shown.
  function inReport(s, { report, asked }, text) {
    const hits = [];
    if (asked.length === 0) return hits;
    for (const block of text) {
      const found = searchText.inBlock(block, asked);
      if (!found || (s.theme >= 0 && !hasTheme(block, s.theme))) continue;
      const row = { start: 0, end: block.text.length, found };
      for (const sentence of block.column < 0 ? searchText.sentences(block.text, found) : [row]) hits.push({ report, block, sentence });
    }
    return hits;
  }

  function hasTheme(block, theme) {
    for (let i = 3; i < block.figures.length; i += 4) if (block.figures[i] === theme) return true;
    return false;
  }

  function take(s, count) {
    const groups = s.waiting.splice(0, count);
    s.shown += groups.length;
    return groups;
  }

  // Showing

  function show(groups, anew) {
    const parts = groups.map((found) => searchResults.group(base, found));
    const rest = session ? session.jobs.length - session.read : 0;
    if (session && session.shown === 0 && rest === 0 && !session.query.plan) parts.push(searchResults.nothing(base, instead(session)));
    if (anew) results.replaceChildren(...parts);
    else results.append(...parts);
    more.hidden = !session || (session.waiting.length === 0 && rest === 0);
    say(session ? summary(session, rest) : "");
  }

  // instead is what may be tried where nothing was found.
  function instead({ ready, query }) {
    const tries = [];
    const rewrites = new Set();
    const add = (name, text) => {
      if (text !== "" && !rewrites.has(text)) tries.push({ name, go: () => rewrite(text) });
      rewrites.add(text);
    };
    const chosen = Object.values(filters).some((f) => f.value !== "");
    if (chosen) {
      const go = () => {
        for (const f of Object.values(filters)) f.value = "";
        settle();
      };
      tries.push({ name: "不限单位、年度和主题", go });
    }
    for (const chip of query.chips) {
      add(`去掉“${query.text.slice(chip.from, chip.to)}”`, (query.text.slice(0, chip.from) + query.text.slice(chip.to)).trim());
    }
    if (query.cores.length > 1 || query.chips.length > 0) {
      for (const core of query.cores.slice(0, 3)) add(`只找“${core}”`, core);
    }
    const newest = Math.max(...ready.known.years);
    if (query.notes.length > 0 || query.relative) add(`看${newest}年度的报告`, `${newest}年`);
    return { tries, like: ready.known.like(query.content) };
  }

  function summary(s, rest) {
    const what = `“${q.value.trim()}”`;
    const within = s.query.chips.length > 0 ? `（限${s.query.chips.map((c) => c.name).join("、")}）` : "";
    const beyond = s.beyond > 0 ? `，其中 ${s.beyond} 份不在所限范围里，但写着这几个字` : "";
    const all = s.query.asked.length === 0 ? `${what}${within}：找到 ${s.holding} 份报告` : `${what}${within}：在 ${s.holding} 份报告里找到 ${s.total} 处${beyond}`;
    if (s.words) return `没有找到${what}这样的话。下面是写到${s.words.map((w) => `“${w}”`).join("和")}的${rest > 0 ? "" : `：在 ${s.holding} 份报告里找到 ${s.total} 处`}。`;
    if (rest > 0 && s.shown === 0) return `正在查找${what}：已查 ${s.read} 份报告，还有 ${rest} 份。`;
    if (rest > 0) return `${what}：已列出 ${s.shown} 份报告，另外至多 ${rest + s.waiting.length} 份报告写到。`;
    if (s.holding === 0 && known.childElementCount > 0) return `原文里没有找到${what}这样的话，上面列出的可能就是要找的。`;
    if (s.holding === 0) return `没有找到${what}。可以换一个说法，或者少输几个字。`;
    return s.waiting.length > 0 ? `${all}，先列出 ${s.shown} 份报告。` : `${all}。`;
  }

  function say(text) {
    if (status.textContent !== text) status.textContent = text;
  }

  // The address

  function address() {
    const asked = new URLSearchParams();
    if (q.value.trim()) asked.set("q", q.value.trim());
    for (const [name, select] of Object.entries(filters)) if (select.value) asked.set(name, select.value);
    if (exact) asked.set("exact", "1");
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
    exact = asked.get("exact") === "1";
    settled = true;
    if (!q.value) return search();
    for (const [name, select] of Object.entries(filters)) if (!select.disabled) choose(select, asked.get(name));
    await search({ shown: Math.min(Number(shown) || page, 1000) });
    if (hit) [...find.querySelectorAll("a")].find((a) => a.getAttribute("href") === hit)?.focus();
  }

  // Keys and clicks

  let timer = 0;
  function typed() {
    clearTimeout(note.timer);
    note.timer = setTimeout(note, 300); // some browsers take few changes of the address in a minute
    clearTimeout(timer);
    exact = false;
    index().then(
      (ready) => {
        clearTimeout(timer);
        if (q.value.trim() !== "") understand(ready);
        timer = setTimeout(search, 0);
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
  // Who opens this page wants to search: the first key is not to wait for the index, nor the
  // filters for a key.
  addEventListener("load", () => index().catch(() => {}));
  for (const select of Object.values(filters)) select.addEventListener("change", settle);

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
    results.querySelectorAll(".find-report h2 a")[first]?.focus();
  });

  find.addEventListener("click", (event) => {
    const a = event.target.closest("a");
    if (a) history.replaceState({ shown: session?.shown, hit: a.getAttribute("href") }, "");
  });

  // The arrow keys go from the box through the results and back.
  find.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const stops = [q, ...find.querySelectorAll("#known a, #results a")];
    const to = stops[stops.indexOf(event.target) + step];
    if (!stops.includes(event.target) || !to) return;
    event.preventDefault();
    to.focus();
  });

  addEventListener("popstate", recall);
  if (location.search) recall();
})();
