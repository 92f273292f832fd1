// 3 of 4. What was found, as elements. Everything a report says is a text node.
"use strict";

const searchResults = (() => {
  function element(name, className, ...children) {
    const e = document.createElement(name);
    if (className) e.className = className;
    e.append(...children);
    return e;
  }

  function linkTo(base, report, id) {
    const a = document.createElement("a");
    a.href = `${base}reports/${report.slug}/${report.year}/${id ? `#${id}` : ""}`;
    return a;
  }

  // group is a report and room for what was found in it.
  function group(base, report) {
    const a = linkTo(base, report, "");
    a.append(report.name, element("span", "year", `${report.year}年度报告`));
    const section = element("section", "find-report", element("h2", "", a), element("ul", ""));
    section.dataset.report = report.ordinal;
    return section;
  }

  // item is a sentence with what was found in it; its section is named where it
  // is a new one.
  function item(base, { report, block, sentence }, newSection) {
    const a = linkTo(base, report, place(block, sentence.found));
    a.className = "find-hit";
    let at = sentence.start;
    if (sentence.cutBefore) a.append("…");
    for (const [from, to] of sentence.found) {
      a.append(block.text.slice(at, from), element("mark", "", block.text.slice(from, to)));
      at = to;
    }
    a.append(block.text.slice(at, sentence.end));
    if (sentence.cutAfter) a.append("…");
    return element("li", "", ...(block.section && newSection ? [element("span", "small", block.section)] : []), a);
  }

  // place is the figure that the found words touch, else the paragraph.
  function place(block, found) {
    const f = block.figures;
    for (let i = 0; i < f.length; i += 4) {
      if (found.some(([from, to]) => from < f[i] + f[i + 1] && to > f[i])) return f[i + 2];
    }
    return block.id;
  }

  return { group, item };
})();
