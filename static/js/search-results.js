// 6 of 7. What was found, as elements. Everything a report says is a text node.
"use strict";

const searchResults = (() => {
  const mostCells = 5; // of a row of a table
  const first = 3; // sentences of a report that are shown at once

  function element(name, className, ...children) {
    const e = document.createElement(name);
    if (className) e.className = className;
    e.append(...children);
    return e;
  }

  function button(className, ...children) {
    const e = element("button", className, ...children);
    e.type = "button";
    return e;
  }

  function linkTo(base, report, id) {
    const a = document.createElement("a");
    a.href = `${base}reports/${report.slug}/${report.year}/${id ? `#${id}` : ""}`;
    return a;
  }

  // group is a report, beyond what the query narrows the search to or not, with the first sentences that were found in it, and a button
  // for the others.
  function group(base, { report, hits, beyond }) {
    const a = linkTo(base, report, "");
    a.append(report.name, element("span", "year", `${report.year}年度报告`));
    const section = element("section", "find-report", element("h2", "", a));
    if (beyond) section.append(element("span", "small", "不在所限的范围里，但写着这几个字"));
    if (hits.length === 0) return section;
    const list = element("ul", "");
    fill(list, base, hits.slice(0, first));
    section.append(list);
    const rest = hits.slice(first);
    if (rest.length > 0) {
      const more = button("find-rest", `这份报告里还有 ${rest.length} 处`);
      more.addEventListener("click", () => {
        fill(list, base, rest);
        more.remove();
        list.children[first].querySelector("a").focus();
      });
      section.append(more);
    }
    return section;
  }

  // kept is text in which no line parts a number from its unit, as in the report.
  function kept(text) {
    if (!/[0-9]/.test(text)) return [text];
    return text.split(/(第?[0-9][0-9.,]*[万亿千百余多]*\p{Script=Han})/u).map((part, i) => i % 2 ? element("span", "keep", part) : part);
  }

  // fill adds sentences to the list of a report; a section is named where a new
  // one begins.
  function fill(list, base, hits) {
    for (const { report, block, sentence } of hits) {
      const a = linkTo(base, report, place(block, sentence.found));
      a.className = "find-hit";
      if (sentence.cutBefore) a.append("…");
      if (block.column < 0) words(a, block.text, sentence.start, sentence.end, sentence.found);
      else row(a, block, sentence.found);
      if (sentence.cutAfter) a.append("…");
      const named = block.section && list.dataset.section !== block.section;
      list.dataset.section = block.section;
      list.append(element("li", "", ...(named ? [element("span", "small", block.section)] : []), a));
    }
  }

  // words adds a part of a text, what was found marked.
  function words(a, text, start, end, found) {
    let at = start;
    for (const [from, to] of found) {
      if (to <= at || from >= end) continue;
      a.append(...kept(text.slice(at, Math.max(at, from))), element("mark", "", text.slice(Math.max(at, from), Math.min(to, end))));
      at = Math.min(to, end);
    }
    a.append(...kept(text.slice(at, end)));
  }

  // row adds a row of a table as what its columns are called and what stands in them:
  // 领域：特种设备；立案（件）：76. Of a long one its first cells and those with what was found.
  function row(a, block, found) {
    const cells = searchText.cells(block);
    const shown = cells.filter(({ from, to }, i) => i < mostCells || found.some((f) => f[0] < to && f[1] > from));
    shown.forEach(({ name, from, to }, i) => {
      const cell = element("span", "find-cell", name ? `${name}：` : "");
      words(cell, block.text, from, to, found);
      if (i < shown.length - 1) cell.append("；");
      a.append(cell);
    });
    if (shown.length < cells.length) a.append("…");
  }

  // place is the figure that the found words touch, else the paragraph.
  function place(block, found) {
    const f = block.figures;
    for (let i = 0; i < f.length; i += 4) {
      if (found.some(([from, to]) => from < f[i] + f[i + 1] && to > f[i])) return f[i + 2];
    }
    return block.id;
  }

  // offers are links to what a query means beyond the words of texts.
  function offers(base, list) {
    return list.map(({ kind, name, href, says }) => {
      const a = element("a", "", element("span", "find-kind", kind), element("span", "find-name", ...kept(name)));
      a.href = base + href;
      return element("li", "", a, ...(says ? [element("span", "find-says", ...kept(says))] : []));
    });
  }

  // chips are what a query narrows the search to; each is a button that takes it
  // out of the query.
  function chips(list, drop) {
    return list.map((chip) => {
      const b = button("find-chip", `${chip.kind}：${chip.name}`, element("span", "", "×"));
      b.lastElementChild.setAttribute("aria-hidden", "true");
      b.setAttribute("aria-label", `${chip.kind}：${chip.name}，点一下去掉`);
      b.addEventListener("click", () => drop(chip));
      return element("li", "", b);
    });
  }

  // nothing says what to do where nothing was found.
  function nothing(base, { tries, like }) {
    const list = element("ul", "find-tries");
    for (const { name, go } of tries) {
      const b = button("", name);
      b.addEventListener("click", go);
      list.append(element("li", "", b));
    }
    const section = element("section", "find-none", element("h2", "", "可以这样再找"), list);
    for (const [name, href] of [...like.map((o) => [`指标：${o.name}`, o.href]), ["看看有哪些指标", "indicators/"], ["从单位名单里找", "bodies/"], ["名词解释", "glossary/"]]) {
      const a = element("a", "", name);
      a.href = base + href;
      list.append(element("li", "", a));
    }
    return section;
  }

  return { group, offers, chips, nothing, button };
})();
