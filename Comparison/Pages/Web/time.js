// Epochs, steps and the stages of a step: a slider, buttons, and playing.

let playing = null;

const stageTexts = {
  forward: 'Forward: each neuron adds up its weighted inputs and its bias (z) and passes on its activation of that (a).',
  loss: 'Loss: how far the answer is from the label. One number; training makes it smaller.',
  backward:
    'Backward: from the loss back to the inputs, how fast the loss grows with each number (∂). It is the chain rule, layer by layer.',
  update:
    'Update: each weight and bias goes a small way against its gradient, new = old − learning_rate · gradient. These are the new ones.',
};

/** The moment that is so many stages further; it stops at the ends. */
function moved(stages_on) {
  const moments = sides()[0].steps.length * stages.length;
  const at = Math.max(0, Math.min(moments - 1, place.step * stages.length + stages.indexOf(place.stage) + stages_on));
  return { step: Math.floor(at / stages.length), stage: stages[at % stages.length] };
}

/** Goes some stages on or back. */
function goStages(stages_on) {
  const moment = moved(stages_on);
  const isMoving = moment.step !== place.step || moment.stage !== place.stage;
  if (isMoving) go(moment);
  return isMoving;
}

/** Starts or stops playing. */
function play() {
  if (playing !== null) {
    clearInterval(playing);
    playing = null;
  } else {
    if (!goStages(1)) go({ step: 0, stage: 'forward' });
    playing = setInterval(() => {
      if (!goStages(1)) play();
    }, 1200);
  }
  const button = document.getElementById('play');
  button.textContent = playing === null ? '▶ Play' : '❚❚ Pause';
  button.setAttribute('aria-pressed', String(playing !== null));
}

/** Sets up the controls of time, side and sample. */
function prepareTime() {
  const slider = document.getElementById('step');
  slider.addEventListener('input', () => go({ step: Number(slider.value) }));
  document.getElementById('play').addEventListener('click', play);
  document.getElementById('back').addEventListener('click', () => goStages(-1));
  document.getElementById('on').addEventListener('click', () => goStages(1));
  for (const radio of document.querySelectorAll('input[name=stage]'))
    radio.addEventListener('change', () => go({ stage: radio.value }));
  for (const radio of document.querySelectorAll('input[name=view]'))
    radio.addEventListener('change', () => go({ view: radio.value }));
  const sample = document.getElementById('sample');
  sample.addEventListener('change', () => go({ sample: Number(sample.value) }));
  follow(drawTime);
}

function drawTime() {
  const both = sides();
  const { steps } = both[0];
  const kept = Math.min(...both.map((side) => side.steps.length));
  const now = steps[place.step];
  const slider = document.getElementById('step');
  slider.max = String(Math.max(0, kept - 1));
  slider.value = String(place.step);
  slider.disabled = kept < 2;
  const last = steps[kept - 1]?.step;
  const text = now ? `Step ${now.step} of ${last}, epoch ${now.epoch}` : 'No step was recorded';
  slider.setAttribute('aria-valuetext', text);
  document.getElementById('step-text').textContent = text;
  for (const radio of document.querySelectorAll('input[name=stage]')) radio.checked = radio.value === place.stage;
  for (const radio of document.querySelectorAll('input[name=view]')) {
    radio.checked = radio.value === place.view;
    radio.disabled =
      place.quiz !== null
        ? radio.value !== 'second'
        : radio.value === 'difference' && Boolean(data.comparisons[place.comparison].comparable);
  }
  document.getElementById('first-name').textContent = sideName(both[0]);
  document.getElementById('second-name').textContent = sideName(both[1]);
  document.getElementById('stage-text').textContent = stageTexts[place.stage];
  const sample = document.getElementById('sample');
  const rows = now?.rows ?? [];
  document.getElementById('sample-label').hidden = rows.length < 2 || !isDrawn(lookedAt());
  sample.replaceChildren(...rows.map((row, i) => html('option', { value: i }, `row ${row}`)));
  sample.value = String(place.sample);
}
