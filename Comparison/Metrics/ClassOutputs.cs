namespace Comparison.Metrics;

/// <summary>What the outputs of a row say about its class.</summary>
public static class ClassOutputs
{
    /// <summary>
    /// The class that outputs choose, Keras's accuracy's rule: of one output, class 1 where it is above 0.5, otherwise class 0; of
    /// several, the place of the largest, the first of equal ones.
    /// </summary>
    /// <param name="outputs">One number for two classes, or one a class.</param>
    public static int Chosen(ReadOnlySpan<double> outputs)
    {
        if (outputs.Length == 1)
            return outputs[0] > 0.5 ? 1 : 0;
        int largest = 0;
        for (int place = 1; place < outputs.Length; place++)
            if (outputs[place] > outputs[largest])
                largest = place;
        return largest;
    }

    /// <summary>The output for one class: of one output p, p for class 1 and 1 - p for class 0.</summary>
    /// <param name="outputs">One number for two classes, or one a class.</param>
    /// <param name="place">The class's place among the classes.</param>
    public static double Of(ReadOnlySpan<double> outputs, int place) =>
        outputs.Length > 1 ? outputs[place] : place == 1 ? outputs[0] : 1 - outputs[0];
}
