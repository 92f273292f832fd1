// The parts of the page's titles that stand on more than one line though one would hold
// them: 人民／政府.
(() => {
  const torn = [];
  for (const title of document.querySelectorAll("h1 .phrases")) {
    const room = title.closest("h1").clientWidth;
    const size = parseFloat(getComputedStyle(title).fontSize);
    for (const part of title.childNodes) {
      if (part.nodeType !== 3 || part.length * size > room) continue;
      const range = document.createRange();
      range.selectNodeContents(part);
      const lines = new Set([...range.getClientRects()].filter((r) => r.width > 0).map((r) => Math.round(r.top)));
      if (lines.size > 1) torn.push(part.data);
    }
  }
  return torn;
})()
