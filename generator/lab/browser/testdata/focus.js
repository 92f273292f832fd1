// What is wrong with the focus as it stands; "" when nothing is.
(() => {
  const e = document.activeElement;
  if (!e || e === document.body) return "the focus is nowhere";
  const place = window.mingfaOrder.indexOf(e), before = window.mingfaSeen.size;
  window.mingfaSeen.add(e);
  const name = e.outerHTML.slice(0, 120);
  if (place !== before) return `it is number ${before + 1} to be reached and number ${place + 1} on the page: ${name}`;
  const style = getComputedStyle(e);
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) return `no outline: ${name}`;
  const r = e.getClientRects()[0];
  if (!r || r.width === 0 || r.height === 0) return `no size: ${name}`;
  if (r.bottom <= 0 || r.top >= innerHeight || r.right <= 0 || r.left >= innerWidth) return `out of view: ${name}`;
  const x = Math.min(Math.max(r.left + r.width / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(r.top + r.height / 2, 0), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  if (top && !e.contains(top) && !top.contains(e)) return `covered by ${top.outerHTML.slice(0, 80)}: ${name}`;
  return "";
})()
