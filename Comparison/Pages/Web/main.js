// Puts the page together and goes to where the address says.

function drawNetwork() {
  const element = document.getElementById('picture');
  if (sides()[0].steps.length === 0) show(element, html('p', {}, 'No step was recorded, so there is no number to draw.'));
  else if (isDrawn(lookedAt())) drawPicture(element);
  else drawHeat(element);
  const legend = document.getElementById('legend-lines');
  legend.hidden = !isDrawn(lookedAt());
  for (const entry of legend.querySelectorAll('.of-values')) entry.hidden = place.view === 'difference';
  const isStudied = Boolean(data.comparisons[place.comparison].spread) && place.quiz === null && place.view === 'second';
  for (const entry of legend.querySelectorAll('.of-mistakes')) entry.hidden = !isStudied;
  for (const entry of legend.querySelectorAll('.of-differences')) entry.hidden = place.view !== 'difference';
}

follow(() => {
  previewed = null;
});
fillMenu();
prepareQuiz();
prepareTime();
prepareKeyboard();
for (const draw of [drawVerdict, drawNetwork, drawPanel, drawTable, drawSpread, drawCurves, drawWorth]) follow(draw);
addEventListener('hashchange', goToAddress);
addEventListener('resize', drawNetwork);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawNetwork);
goToAddress();
