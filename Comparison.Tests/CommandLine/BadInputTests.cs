using System.Text.Json.Nodes;

namespace Comparison.Tests.CommandLine;

/// <summary>Bad input gets one line on standard error that names the place, exit code 2, and no file.</summary>
[TestClass]
public sealed class BadInputTests
{
    private const string Good = """
        {"dtype": "float32", "inputs": [[0.5, 1], [2, 3]], "labels": [[0], [1]], "batch_size": 2, "epochs": 1, "learning_rate": 0.1,
         "start": {"hidden_weights": [[1, 2, 3], [4, 5, 6]], "hidden_bias": [0, 0, 0], "output_weights": [[0.1], [0.2], [0.3]], "output_bias": [0]}}
        """;

    [TestMethod]
    public void The_file_that_the_bad_ones_are_made_from_is_good()
    {
        Assert.AreEqual(0, Compare(Good).ExitCode);
    }

    [TestMethod]
    [DataRow("dtype", "\"float16\"", "dtype: \"float16\" is not known; it must be \"float32\" or \"float64\"")]
    [DataRow("dtype", "3", "dtype: 3 is not known")]
    [DataRow("inputs", null, "inputs: is missing")]
    [DataRow("inputs", "[]", "inputs: expected a matrix with at least one row and one column, got shape (0,)")]
    [DataRow("inputs", "[[], []]", "inputs: expected a matrix with at least one row and one column, got shape (2, 0)")]
    [DataRow("inputs", "[[1, 2], [3]]", "inputs[1]: has length 1, where the first of its kind has 2")]
    [DataRow("inputs", "[[1, 2], [3, \"NaN\"]]", "inputs[1][1]: is NaN")]
    [DataRow("inputs", "[[1, 2], [3, \"-Infinity\"]]", "inputs[1][1]: is -Infinity")]
    [DataRow("inputs", "[[1, 2], [3, \"four\"]]", "inputs[1][1]: expected a finite number, got \"four\"")]
    [DataRow("inputs", "[[1, 2], [3, 1e39]]", "inputs[1][1]: 1E+39 is too large for float32")]
    [DataRow("inputs", "[[1, 2], [3, 1e400]]", "inputs[1][1]: expected a finite number")]
    [DataRow("inputs", "[[1, 2], 3]", "inputs[1]: expected 2 numbers in brackets, got 3")]
    [DataRow("inputs", "\"many\"", "inputs: expected a matrix")]
    [DataRow("labels", "[[0]]", "labels: expected shape (2, 1), got (1, 1)")]
    [DataRow("labels", "[[0], [1.5]]", "labels[1]: 1.5 lies outside [0, 1]")]
    [DataRow("labels", "[[-0.1], [1]]", "labels[0]: -0.1")]
    [DataRow("labels", "[[0], [\"NaN\"]]", "labels[1][0]: is NaN")]
    [DataRow("batch_size", "0", "batch_size: expected a whole number from 1 to 2147483647, got 0")]
    [DataRow("epochs", "99999999999", "epochs: expected a whole number from 1 to 2147483647, got 99999999999")]
    [DataRow("epochs", "2147483647", "more than the 5E+08 that are kept; ask for fewer epochs")]
    [DataRow("labels", "[[0], [1.00000001]]", "labels[1]: 1.00000001 lies outside [0, 1]")]
    [DataRow("labels", "[[-1e-50], [1]]", "labels[0]: -1E-50 lies outside [0, 1]")]
    [DataRow("batch_size", "1.5", "batch_size: expected a whole number from 1 to 2147483647, got 1.5")]
    [DataRow("epochs", "0", "epochs: expected a whole number from 1 to 2147483647, got 0")]
    [DataRow("epochs", "null", "epochs: expected a whole number from 1 to 2147483647, got null")]
    [DataRow("learning_rate", "0", "learning_rate: 0 is not a positive number")]
    [DataRow("learning_rate", "-0.1", "learning_rate: -0.1 is not a positive number")]
    [DataRow("learning_rate", "\"fast\"", "learning_rate: expected a finite number, got \"fast\"")]
    [DataRow("learning_rate", "1e-60", "learning_rate: 1E-60 is not a positive number that a float can hold")]
    [DataRow("start", null, "start: is missing")]
    [DataRow("start", "[1]", "start: expected an object, got an array")]
    [DataRow("start.hidden_weights", "[[1, 2, 3]]", "start.hidden_weights: expected 2 rows, one for each column of inputs, got shape (1, 3)")]
    [DataRow("start.hidden_weights", "[[1, 2, 3], [4, 5, \"Infinity\"]]", "start.hidden_weights[1][2]: is Infinity")]
    [DataRow("start.hidden_bias", "[0, 0]", "start.hidden_bias: expected shape (3,), got (2,)")]
    [DataRow("start.output_weights", "[[0.1, 0.2, 0.3]]", "start.output_weights: expected shape (3, 1), got (1, 3)")]
    [DataRow("start.output_bias", null, "start.output_bias: is missing")]
    public void A_bad_field_is_named(string field, string? value, string expected)
    {
        JsonNode problem = JsonNode.Parse(Good)!;
        JsonObject parent = (field.Contains('.') ? problem["start"] : problem)!.AsObject();
        string name = field[(field.IndexOf('.') + 1)..];
        if (value is null)
            parent.Remove(name);
        else
            parent[name] = JsonNode.Parse(value);

        Compare(problem.ToJsonString()).RefusedWith(expected);
    }

    [TestMethod]
    public void A_file_that_is_missing_a_folder_or_no_JSON_is_named()
    {
        using var folder = new TemporaryFolder();

        BuiltProgram.Run("Comparison", "--problem", folder.File("none.json")).RefusedWith("none.json: there is no such problem file");
        BuiltProgram.Run("Comparison", "--problem", folder.Path).RefusedWith("the problem file cannot be read");
        Compare("{\n\"dtype\": \"float32\",\n]").RefusedWith("not valid JSON at line 3");
        Compare("").RefusedWith("not valid JSON");
        Compare("[1, 2]").RefusedWith("expected an object, got an array");
    }

    [TestMethod]
    public void What_Python_writes_for_NaN_is_named_with_its_field()
    {
        Compare(Good.Replace("[2, 3]", "[2, NaN]")).RefusedWith("inputs: is NaN; a training starts from finite numbers");
        Compare(Good.Replace("[0.2]", "[-Infinity]")).RefusedWith("output_weights: is -Infinity; a training starts from finite numbers");
    }

    [TestMethod]
    public void A_text_that_is_no_UTF8_is_named() =>
        Compare(Good.Replace("\"float32\"", "\"\\ud800\"")).RefusedWith("dtype: is not valid UTF-8");

    [TestMethod]
    public void A_batch_larger_than_the_data_is_the_whole_data() =>
        Assert.AreEqual(0, Compare(Good.Replace("\"batch_size\": 2", "\"batch_size\": 2147483647")).ExitCode);

    [TestMethod]
    public void JSON_through_a_link_replaces_what_the_link_leads_to()
    {
        using var folder = new TemporaryFolder();
        string target = folder.Write("target.json", "old"), link = folder.File("link.json");
        try
        {
            File.CreateSymbolicLink(link, target);
        }
        catch (IOException)
        {
            Assert.Inconclusive("This system lets only administrators make links.");
        }

        Assert.AreEqual(0, BuiltProgram.Run("Comparison", "--quiet", "--json", link).ExitCode);

        Assert.IsNotNull(File.ResolveLinkTarget(link, returnFinalTarget: false));
        StringAssert.Contains(File.ReadAllText(target), "\"verdict\"");
    }

    [TestMethod]
    [DataRow(new[] { "--dtype", "float16" }, "--dtype: 'float16' is not float32 or float64")]
    [DataRow(new[] { "--y-true", "2" }, "--y-true: '2' is not a number in [0, 1]")]
    [DataRow(new[] { "--y-true", "NaN" }, "--y-true: 'NaN' is not a number in [0, 1]")]
    [DataRow(new[] { "--y-true", "0,5" }, "--y-true: '0,5' is not a number in [0, 1]")]
    [DataRow(new[] { "--epochs", "0" }, "--epochs: '0' is not a whole number from 1 to 2147483647")]
    [DataRow(new[] { "--epochs", "2.5" }, "--epochs: '2.5' is not a whole number from 1 to 2147483647")]
    [DataRow(new[] { "--learning-rate", "0" }, "--learning-rate: '0' is not a positive number")]
    [DataRow(new[] { "--learning-rate", "abc" }, "--learning-rate: 'abc' is not a positive number")]
    [DataRow(new[] { "--learning-rate", "1e-60" }, "--learning-rate: 1E-60 is not a positive number that a float can hold")]
    [DataRow(new[] { "--json" }, "--json")]
    [DataRow(new[] { "--json", "" }, "needs a name")]
    [DataRow(new[] { "--problem", "" }, "--problem needs the name of a file")]
    [DataRow(new[] { "--epochs", "2147483647" }, "ask for fewer epochs")]
    [DataRow(new[] { "--nonsense" }, "--nonsense")]
    [DataRow(new[] { "comapre" }, "comapre")]
    public void A_bad_option_is_named(string[] arguments, string expected) =>
        BuiltProgram.Run("Comparison", arguments).RefusedWith(expected);

    [TestMethod]
    public void A_label_for_a_problem_file_is_refused()
    {
        using var folder = new TemporaryFolder();

        BuiltProgram.Run("Comparison", "--problem", folder.Write("good.json", Good), "--y-true", "1").RefusedWith("--y-true belongs to the document's network");
    }

    [TestMethod]
    public void A_place_that_JSON_cannot_be_written_to_is_refused_before_any_training()
    {
        using var folder = new TemporaryFolder();

        BuiltProgram.Run("Comparison", "--json", folder.File("no/such/folder.json")).RefusedWith("does not exist");
        BuiltProgram.Run("Comparison", "--json", folder.Path).RefusedWith("is a folder");
        if (!OperatingSystem.IsWindows())
            BuiltProgram.Run("Comparison", "--json", "/dev/null").RefusedWith("is not an ordinary file");
        Assert.AreEqual(0, Directory.GetFileSystemEntries(folder.Path).Length);
    }

    private static BuiltProgram Compare(string problem)
    {
        using var folder = new TemporaryFolder();
        return BuiltProgram.Run("Comparison", "--problem", folder.Write("problem.json", problem));
    }
}
