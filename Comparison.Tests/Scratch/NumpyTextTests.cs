using System.Globalization;
using CsCheck;
using Scratch;

namespace Comparison.Tests;

/// <summary>
/// What NumPy prints, recorded from it. NumPy 1.24 printed all but the four rows that are marked: there NumPy 2 differs
/// (float32 goes to exponents at 1e6 since NumPy 2.3; a float32 is compared with 0.0001 in float32 since NumPy 2.0).
/// </summary>
[TestClass]
public sealed class NumpyTextTests
{
    [TestMethod]
    [DataRow("1 2 3", "[1. 2. 3.]")]
    [DataRow("0.1 0.25 -1.5", "[ 0.1   0.25 -1.5 ]")]
    [DataRow("0 -0", "[ 0. -0.]")]
    [DataRow("0.1 0.30000000000000004", "[0.1 0.3]")]
    [DataRow("0.123456789123 1", "[0.12345679 1.        ]")]
    [DataRow("0.123456785 0.5", "[0.12345678 0.5       ]")]
    [DataRow("0.001953125 1", "[0.00195312 1.        ]")]
    [DataRow("0.0001 0.1", "[0.0001 0.1   ]")]
    [DataRow("0.0001 0.10001", "[1.0000e-04 1.0001e-01]")]
    [DataRow("0.00009999 0.05", "[9.999e-05 5.000e-02]")]
    [DataRow("0.000000001953125 1", "[1.953125e-09 1.000000e+00]")]
    [DataRow("99999999 1e6", "[99999999.  1000000.]")]
    [DataRow("1e8 1e6", "[1.e+08 1.e+06]")]
    [DataRow("-1e-5 2.5e-5", "[-1.0e-05  2.5e-05]")]
    [DataRow("1e-310 5e-324", "[1.e-310 5.e-324]")]
    [DataRow("1e100 -1e-5", "[ 1.e+100 -1.e-005]")]
    [DataRow("1e23 9e22", "[1.e+23 9.e+22]")]
    [DataRow("NaN 1.5 Infinity", "[nan 1.5 inf]")]
    [DataRow("NaN Infinity", "[nan inf]")]
    [DataRow("NaN -Infinity", "[ nan -inf]")]
    [DataRow("NaN 1 -Infinity", "[ nan   1. -inf]")]
    [DataRow("-1e-5 NaN -Infinity", "[-1.e-05     nan    -inf]")]
    public void A_float64_array_prints_as_in_NumPy(string values, string printed) =>
        Assert.AreEqual(printed, NumpyText.Array(Row<double>(values)));

    [TestMethod]
    [DataRow("0.1 0.2 0.3", "[0.1 0.2 0.3]")]
    [DataRow("0.33333334 -12.5", "[  0.33333334 -12.5       ]")]
    [DataRow("999999.94 123456", "[999999.94 123456.  ]")]
    [DataRow("1e6 123456", "[1.00000e+06 1.23456e+05]")] // by NumPy 2.3's rule
    [DataRow("0.0001 0.05", "[0.0001 0.05  ]")] // by NumPy 2.0's rule
    [DataRow("3e-5 NaN", "[3.e-05    nan]")]
    [DataRow("1.4e-45 3.4028235e38", "[1.4012985e-45 3.4028235e+38]")]
    public void A_float32_array_prints_as_in_NumPy(string values, string printed) =>
        Assert.AreEqual(printed, NumpyText.Array(Row<float>(values)));

    [TestMethod]
    [DataRow("0.1 -20.25;3 0.5", "[[  0.1  -20.25]\n [  3.     0.5 ]]")]
    [DataRow("1;2;3", "[[1.]\n [2.]\n [3.]]")]
    [DataRow("1e-5 1;NaN -1", "[[ 1.e-05  1.e+00]\n [    nan -1.e+00]]")]
    public void A_matrix_prints_a_row_a_line_in_common_columns(string values, string printed) =>
        Assert.AreEqual(printed, NumpyText.Array(Matrix(values)));

    [TestMethod]
    [DataRow("1.23456789e-5 2.23456789e-5 3.23456789e-5 4.23456789e-5 5.23456789e-5",
        "[1.23456789e-05 2.23456789e-05 3.23456789e-05 4.23456789e-05\n 5.23456789e-05]")]
    [DataRow("0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 1 1.1 1.2 1.3 1.4 1.5 1.6 1.7 1.75",
        "[0.1  0.2  0.3  0.4  0.5  0.6  0.7  0.8  0.9  1.   1.1  1.2  1.3  1.4\n 1.5  1.6  1.7  1.75]")]
    public void A_long_array_goes_on_below_its_first_element(string values, string printed) =>
        Assert.AreEqual(printed, NumpyText.Array(Row<double>(values)));

    [TestMethod]
    [DataRow("0.123456 0.234567 0.345678 0.456789 0.567891 0.678912 0.789123 0.891234;1 2 3 4 5 6 7 8",
        "[[0.123456 0.234567 0.345678 0.456789 0.567891 0.678912 0.789123 0.891234]\n"
        + " [1.       2.       3.       4.       5.       6.       7.       8.      ]]")]
    [DataRow("0.123456 0.234567 0.345678 0.456789 0.567891 0.678912 0.789123 0.891234 0.9;1 2 3 4 5 6 7 8 9",
        "[[0.123456 0.234567 0.345678 0.456789 0.567891 0.678912 0.789123 0.891234\n  0.9     ]\n"
        + " [1.       2.       3.       4.       5.       6.       7.       8.\n  9.      ]]")]
    public void A_matrix_wraps_only_rows_that_are_wider_than_the_line(string values, string printed) =>
        Assert.AreEqual(printed, NumpyText.Array(Matrix(values)));

    [TestMethod]
    public void A_thousand_elements_are_printed_in_full() =>
        Assert.DoesNotContain("...", NumpyText.Array(Counted(1000)));

    [TestMethod]
    public void More_than_a_thousand_elements_are_printed_by_both_ends() =>
        Assert.AreEqual("[   0.    1.    2. ...  998.  999. 1000.]", NumpyText.Array(Counted(1001)));

    [TestMethod]
    public void Elements_that_are_left_out_have_no_say_in_the_format()
    {
        double[] values = Counted(1001);
        values[500] = 1e-9;
        values[501] = double.NaN;
        Assert.AreEqual("[   0.    1.    2. ...  998.  999. 1000.]", NumpyText.Array(values));
    }

    [TestMethod]
    public void A_large_matrix_is_printed_by_its_corners() =>
        Assert.AreEqual(
            """
            [[0.000e+00 1.000e+00 2.000e+00 ... 4.000e+00 5.000e+00 6.000e+00]
             [7.000e+00 8.000e+00 9.000e+00 ... 1.100e+01 1.200e+01 1.300e+01]
             [1.400e+01 1.500e+01 1.600e+01 ... 1.800e+01 1.900e+01 2.000e+01]
             ...
             [1.379e+03 1.380e+03 1.381e+03 ... 1.383e+03 1.384e+03 1.385e+03]
             [1.386e+03 1.387e+03 1.388e+03 ... 1.390e+03 1.391e+03 1.392e+03]
             [1.393e+03 1.394e+03 1.395e+03 ... 1.397e+03 1.398e+03 1.399e+03]]
            """,
            NumpyText.Array(Counted(200, 7)));

    [TestMethod]
    public void A_large_matrix_of_two_rows_leaves_out_columns_alone() =>
        Assert.AreEqual(
            """
            [[0.000e+00 1.000e+00 2.000e+00 ... 9.970e+02 9.980e+02 9.990e+02]
             [1.000e+03 1.001e+03 1.002e+03 ... 1.997e+03 1.998e+03 1.999e+03]]
            """,
            NumpyText.Array(Counted(2, 1000)));

    [TestMethod]
    public void An_empty_array_is_a_pair_of_brackets_whatever_its_shape()
    {
        Assert.AreEqual("[]", NumpyText.Array(Array.Empty<float>()));
        Assert.AreEqual("[]", NumpyText.Array(new double[3, 0]));
        Assert.AreEqual("[]", NumpyText.Array(new double[0, 3]));
    }

    [TestMethod]
    [DataRow("1", "1.0")]
    [DataRow("-0", "-0.0")]
    [DataRow("0.30000000000000004", "0.30000000000000004")]
    [DataRow("0.0001", "0.0001")]
    [DataRow("0.00009999", "9.999e-05")]
    [DataRow("1.5e-7", "1.5e-07")]
    [DataRow("9999999999999998", "9999999999999998.0")]
    [DataRow("1e16", "1e+16")]
    [DataRow("9.5e21", "9.5e+21")]
    [DataRow("9.499999999999999e21", "9.499999999999999e+21")]
    [DataRow("1e23", "1e+23")]
    [DataRow("1.0000000000000001e23", "1.0000000000000001e+23")]
    [DataRow("1e100", "1e+100")]
    [DataRow("1.1392378155556871e-305", "1.1392378155556871e-305")]
    [DataRow("5e-324", "5e-324")]
    [DataRow("NaN", "nan")]
    [DataRow("-Infinity", "-inf")]
    public void A_float64_scalar_prints_as_in_NumPy(string value, string printed) =>
        Assert.AreEqual(printed, NumpyText.Scalar(Row<double>(value)[0]));

    [TestMethod]
    [DataRow("0.1", "0.1")]
    [DataRow("16777.215", "16777.215")]
    [DataRow("0.0001", "1e-04")]
    [DataRow("999999.94", "999999.94")]
    [DataRow("1e6", "1e+06")] // by NumPy 2.3's rule
    [DataRow("16777216", "1.6777216e+07")] // by NumPy 2.3's rule
    [DataRow("3.4028235e38", "3.4028235e+38")]
    public void A_float32_scalar_prints_as_in_NumPy(string value, string printed) =>
        Assert.AreEqual(printed, NumpyText.Scalar(Row<float>(value)[0]));

    [TestMethod]
    public void A_scalar_reads_back_as_the_same_number()
    {
        Gen.Double.Where(double.IsFinite).Sample(value => value == double.Parse(NumpyText.Scalar(value), CultureInfo.InvariantCulture));
        Gen.Float.Where(float.IsFinite).Sample(value => value == float.Parse(NumpyText.Scalar(value), CultureInfo.InvariantCulture));
    }

    private static T[] Row<T>(string values) where T : IParsable<T> =>
        [.. values.Split(' ').Select(value => T.Parse(value, CultureInfo.InvariantCulture))];

    private static double[,] Matrix(string rows)
    {
        double[][] parsed = [.. rows.Split(';').Select(Row<double>)];
        var matrix = new double[parsed.Length, parsed[0].Length];
        for (int row = 0; row < parsed.Length; row++)
            for (int column = 0; column < parsed[0].Length; column++)
                matrix[row, column] = parsed[row][column];
        return matrix;
    }

    private static double[] Counted(int length) => [.. Enumerable.Range(0, length).Select(index => (double)index)];

    private static double[,] Counted(int rows, int columns)
    {
        var matrix = new double[rows, columns];
        Buffer.BlockCopy(Counted(rows * columns), 0, matrix, 0, Buffer.ByteLength(matrix));
        return matrix;
    }
}
