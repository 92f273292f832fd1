// Whether an inline script runs.
(() => {
  const script = document.createElement("script");
  script.textContent = "window.mingfaRan = true";
  document.body.append(script);
  return window.mingfaRan === true;
})()
