// How many places the Tab key has to reach; those seen are kept for later.
(() => {
  window.mingfaSeen = new Set();
  document.activeElement.blur();
  return [...document.querySelectorAll("a[href], summary, [tabindex='0']")]
    .filter((e) => e.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })).length;
})()
