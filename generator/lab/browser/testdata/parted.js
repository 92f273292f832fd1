// Where a line ends between a number and the character behind it, within a name that
// is held together, or before a ·. Pages that people have written as Markdown are
// theirs, and addresses and commands may break anywhere.
(() => {
  const found = [];
  const box = (node, at) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return [...range.getClientRects()].find((r) => r.width > 0);
  };
  const apart = (a, b) => a && b && a.bottom <= b.top + 1;
  const pairs = /[0-9]\u2060?[万亿余多%\p{Script=Han}]|习\u2060?近|近\u2060?平|[^\s·\u2060]\u2060?·/gu; // with what 只看正文 puts between
  const blocks = "p, li, td, th, dd, dt, h1, h2, h3, h4, h5, h6, caption, div, .about span";
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  let before = null;
  for (let node; (node = walker.nextNode());) {
    const e = node.parentElement;
    if (!node.data.trim() || !e.checkVisibility({ contentVisibilityAuto: true }) || e.closest(".aside, .plain, pre, code, option, [hidden]")) continue;
    const tell = (words) => found.push(`${words} in <${e.localName} class="${e.className}"> of <${e.parentElement.localName} class="${e.parentElement.className}">`);
    for (const m of node.data.matchAll(pairs)) {
      if (apart(box(node, m.index), box(node, m.index + m[0].length - 1))) tell(node.data.slice(Math.max(0, m.index - 8), m.index + 6));
    }
    if (before && /[0-9]$/.test(before.data) && /^[\p{Script=Han}%]/u.test(node.data) && before.parentElement.closest(blocks) === e.closest(blocks)
      && apart(box(before, before.data.length - 1), box(node, 0))) tell(`${before.data.slice(-8)}|${node.data.slice(0, 6)}`);
    before = node;
  }
  return found;
})()
