// Everything that was found, shown to the end: for each report how often the
// words are marked.
(async () => {
  const more = document.getElementById("more");
  for (let i = 0; i < 1000 && !more.hidden; i++) {
    const before = document.getElementById("results").textContent.length + document.getElementById("status").textContent;
    more.click();
    for (let k = 0; k < 200 && before === document.getElementById("results").textContent.length + document.getElementById("status").textContent; k++) {
      await new Promise((r) => setTimeout(r, 5));
    }
  }
  for (const rest of document.querySelectorAll(".find-rest")) rest.click();
  const marks = {};
  for (const group of document.querySelectorAll(".find-report")) {
    const name = new URL(group.querySelector("h2 a").href).pathname.split("/").slice(-3, -1).join("/");
    marks[name] = (marks[name] ?? 0) + group.querySelectorAll("mark").length;
  }
  return marks;
})()
