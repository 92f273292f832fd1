// How many places the Tab key has to reach; those seen are kept for later.
(async () => {
  window.mingfaSeen = new Set();
  document.activeElement.blur();
  document.getElementById("q")?.dispatchEvent(new FocusEvent("focus")); // then the filters can be chosen
  for (let i = 0; i < 250 && document.querySelector("select:disabled"); i++) await new Promise((r) => setTimeout(r, 20));
  return [...document.querySelectorAll("a[href], summary, [tabindex='0'], input, select, button")]
    .filter((e) => e.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })).length;
})()
