// Whether a style attribute of the markup is applied.
(() => {
  const box = document.createElement("div");
  box.innerHTML = '<p style="width: 7px">x</p>';
  document.body.append(box);
  return getComputedStyle(box.firstChild).width === "7px";
})()
