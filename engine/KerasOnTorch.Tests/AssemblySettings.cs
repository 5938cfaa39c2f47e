// floatx, names of layers, seeds and the place of printed text belong to the whole process.
[assembly: DoNotParallelize]
