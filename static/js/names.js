// Links that are called alike and lead to other places, as 12次 in two rows, are
// told apart for who has the links of a page listed: the name of the row, the body
// and the year come behind their words. Those that are called as no other is keep
// their own name, and so does a figure in the text where it can: a voice that reads
// the text should not say its words twice. Without this script the heads of rows
// and columns tell the same.
(() => {
  "use strict";
  const said = (e) => e?.textContent.replace(/\s+/g, " ").trim() ?? "";

  // Words of a row's head: its name without what stands small below it.
  const head = (e) => {
    const name = e?.querySelector(".name, a, span:not(.aside)") ?? e;
    if (!name) return "";
    const copy = name.cloneNode(true);
    for (const small of copy.querySelectorAll("small, svg")) small.remove();
    return said(copy);
  };

  const own = (a) => [...a.parentElement.childNodes].filter((n) => n.nodeType === 3).map(said).join(""); // 示例县 12件

  // By what a link stands in: the words that tell it from others of its name.
  const places = [
    [".n", (a) => [head(document.getElementById(`r-${a.id}`)), "数据"]],
    [".sic", (a) => ["原文如此的理由", lined(a)]],
    [".waived li a", (a) => [said(a.closest("li").querySelector("a[href*='source/#']"))]],
    [".pledges > li a", (a) => [said(a.closest("li").querySelector("dd"))]],
    [".figure-cards a", (a) => ["数字卡片", said(a.nextElementSibling)]],
    [".years-list a", (a) => [said(a.closest("li").querySelector("a"))]],
    [".numbers li a", (a) => [head(a.closest("li")), to(a)]],
    ["td li a", (a) => [head(a.closest("tr").querySelector("th")), own(a)]],
    ["td a, th a", (a) => [head(a.closest("tr").querySelector("th")), a.closest("td")?.dataset.y?.concat("年"), to(a)]],
  ];
  const lined = (a) => { const n = a.closest("[data-line]")?.dataset.line; return n ? `原文第${n}行` : ""; };
  const to = (a) => a.closest(".data") ? (a.hash.startsWith("#r-") ? "数据" : "原文") : "";
  const context = (a) => places.find(([where]) => a.matches(where))?.[1](a) ?? [];

  // Groups of links with one name and several places.
  const alike = (links) => {
    const groups = new Map();
    for (const a of links) {
      const name = a.getAttribute("aria-label") ?? said(a);
      groups.has(name) ? groups.get(name).push(a) : groups.set(name, [a]);
    }
    return [...groups.values()].filter((g) => g.some((a) => a.href !== g[0].href));
  };

  const tell = (links, only) => {
    for (const group of alike(links)) {
      for (const a of group.filter(only)) {
        const more = context(a).filter(Boolean).join("，");
        if (more) a.setAttribute("aria-label", `${said(a)}（${more}）`);
      }
    }
  };

  const ready = () => {
    const links = [...document.querySelectorAll("main a[href]:not([aria-label])")];
    tell(links, (a) => !a.matches(".n"));
    tell(links, (a) => a.matches(".n"));
  };
  // Nobody lists the links of a page before it is there, and a long report has a thousand: the
  // page is painted first.
  const later = () => setTimeout(ready, 200);
  document.readyState === "complete" ? later() : addEventListener("load", later);
})();
