// What a number is computed from, and what is computed from it.

/** The elements that an element is computed from: name, steps back, position. */
function causesOf(side, k, name, position) {
  const columns = shapeOf(name).at(-1) ?? 1;
  const seen = new Set();
  return placesOf(worked(side, k, name), position, columns).filter((cause) => {
    const key = `${cause.name} ${cause.back} ${cause.position}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** The elements that are computed from an element in the same step: name, position; of large arrays the names alone. */
function effectsOf(side, k, name, position, back = 0) {
  const effects = [];
  for (const child of side.quantities) {
    const found = worked(side, k, child);
    if (!found?.form?.reads.some(([read_name, read_back]) => read_name === name && read_back === back)) continue;
    if (found.size === 0 || !found.wording || found.size > 1000) {
      effects.push({ name: child, position: null });
      continue;
    }
    const columns = shapeOf(child).at(-1) ?? 1;
    for (let i = 0; i < found.size; i++) {
      if (placesOf(found, i, columns).some((cause) => cause.name === name && cause.back === back && cause.position === position))
        effects.push({ name: child, position: i });
    }
  }
  return effects;
}

/** What a number means, in a sentence for someone who meets it for the first time. */
function meaningOf(side, name, position) {
  const last = side.layers.length - 1;
  for (const [i, layer] of side.layers.entries()) {
    const neuron = i === last ? 'output neuron' : 'hidden neuron';
    const before = i === 0 ? 'an input' : 'a neuron of the layer before';
    const meanings = {
      [layer.weights]: `A weight: what ${before} counts for in the ${neuron}'s sum.`,
      [layer.bias]: `A bias: what the ${neuron} adds to its weighted inputs.`,
      [layer.sum]: `The ${neuron}'s sum: its inputs times their weights, and its bias.`,
      [layer.output]:
        i === last
          ? 'What the network answers.'
          : `What the ${neuron} passes on: its activation, ${layer.activation}, applied to its sum.`,
      [layer.output_gradient]: `How fast the loss grows when what the ${neuron} passes on grows.`,
      [layer.sum_gradient]: `How fast the loss grows when the ${neuron}'s sum grows.`,
      [`dL_d${layer.weights}`]: 'How fast the loss grows when this weight grows. The update goes against it.',
      [`dL_d${layer.bias}`]: 'How fast the loss grows when this bias grows. The update goes against it.',
    };
    if (name in meanings) return meanings[name];
  }
  const others = {
    inputs: `${data.input_names.length > 0 ? `The input “${data.input_names[position % side.inputs]}”` : 'An input'} of the sample: both sides are given it.`,
    labels: 'The label, y_true: what the network should have answered.',
    learning_rate: 'How far each update goes.',
    loss: `How wrong the answer is: ${side.loss}.`,
    doutput_dz_out: "How fast the answer grows when the output neuron's sum grows.",
  };
  if (name in others) return others[name];
  return /^(velocity|m|v)_/.test(name) ? 'What the optimizer remembers of the gradients so far.' : '';
}
