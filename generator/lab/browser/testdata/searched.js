// Waits until the page has answered a query; the words of its status.
(async () => {
  const status = document.getElementById("status");
  for (let i = 0; i < 500; i++) {
    if (/找到|列出|没有/.test(status.textContent)) return status.textContent;
    await new Promise((r) => setTimeout(r, 10));
  }
  return `no answer: ${status.textContent}`;
})()
