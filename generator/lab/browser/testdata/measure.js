// Lines of running text that hold more than 38 characters. What stands beside each other
// on a line of a list, a form or a table is no text that runs on.
(() => {
  const found = [];
  for (const e of document.querySelectorAll("main p, main li, main dd, main blockquote")) {
    if (!e.checkVisibility({ contentVisibilityAuto: true }) || e.closest("pre, code, .aside, table, .links, .downloads, .pledges, .find-box")) continue;
    if (e.querySelector("p, li, dd, ul, ol, dl, div, table, pre")) continue;
    const range = document.createRange();
    range.selectNodeContents(e);
    const boxes = [...range.getClientRects()].filter((r) => r.width > 1);
    if (new Set(boxes.map((r) => Math.round(r.bottom))).size < 2) continue;
    const width = Math.max(...boxes.map((r) => r.right)) - Math.min(...boxes.map((r) => r.left));
    const characters = width / parseFloat(getComputedStyle(e).fontSize);
    if (characters > 39) found.push(`${characters.toFixed(1)} characters on a line of <${e.localName} class="${e.className}">: ${e.textContent.trim().slice(0, 20)}`); // with a mark that hangs
  }
  return found;
})()
