// Controls that are less than 44 px high, or 60 px in 长辈版. Links within a
// sentence are as high as its lines.
(() => {
  const least = document.documentElement.classList.contains("elder") ? 60 : 44;
  return [...document.querySelectorAll("nav a, .brand, button, summary, .links a, .downloads a, .asks a, .points li > a, .asked a, .bodies a, .leads a, .more, .chart td a, .value a, .find input, .find select, .find button, .find-hit, .terms .back, .site-foot .foot-links a")]
    .filter((e) => e.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }))
    .filter((e) => e.getBoundingClientRect().height < least - 0.5)
    .map((e) => `a control of ${e.getBoundingClientRect().height} px: ${e.outerHTML.slice(0, 120)}`);
})()
