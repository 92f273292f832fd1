// What stands out of the window sideways, unless it scrolls by itself.
(() => {
  const root = document.scrollingElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const wide = [...document.body.querySelectorAll("*")].filter((e) =>
    !e.closest(".scroll *, .skip") && e.getBoundingClientRect().right > root.clientWidth + 0.5);
  return [`the page is ${root.scrollWidth} px wide in a window of ${root.clientWidth} px: ` +
    wide.slice(0, 3).map((e) => e.outerHTML.slice(0, 120)).join(" | ")];
})()
