// Whether a picture of another origin is asked for: the policy's report comes
// before its error.
new Promise((resolve) => {
  const picture = new Image();
  let refused = false;
  document.addEventListener("securitypolicyviolation", (e) => { refused = refused || e.effectiveDirective === "img-src"; });
  picture.onload = picture.onerror = () => setTimeout(() => resolve(!refused), 50);
  picture.src = "http://127.0.0.1:9/x.png";
})
