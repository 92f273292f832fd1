// How many places the Tab key has to reach; those seen are kept for later.
(() => {
  window.mingfaSeen = new Set();
  window.mingfaOrder = [...document.querySelectorAll("a[href], button, summary, input, select, [tabindex='0']")]
    .filter((e) => e.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }));
  document.activeElement.blur();
  return window.mingfaOrder.length;
})()
