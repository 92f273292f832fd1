// How many places the Tab key has to reach; those seen are kept for later.
(async () => {
  window.mingfaSeen = new Set();
  document.getElementById("q")?.dispatchEvent(new FocusEvent("focus")); // then the filters can be chosen
  for (let i = 0; i < 250 && document.querySelector("select:disabled"); i++) await new Promise((r) => setTimeout(r, 20));
  window.mingfaOrder = [...document.querySelectorAll("a[href], button, summary, input, select, [tabindex='0']")]
    .filter((e) => e.type !== "radio" || e.checked) // of a choice, Tab reaches what is chosen
    .filter((e) => e.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }));
  document.activeElement.blur();
  return window.mingfaOrder.length;
})()
