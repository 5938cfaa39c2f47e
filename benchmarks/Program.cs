using System.CommandLine;
using System.Text;
using Benchmarks;
using Benchmarks.Agreement;
using Benchmarks.Depth;
using Benchmarks.Growth;
using Benchmarks.Measuring;
using Benchmarks.Reports;
using Benchmarks.StartUp;

const int Done = 0, Disagreement = 1, WrongUse = 2;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var root = new RootCommand("How fast Scratch and KerasVersion are, beside C, plain loops, libtorch and the processor's peak, in one run of under two minutes.");
Option<int> rounds = Count("--rounds", "How often each side has its turn.", 15);
Option<string?> only = new("--only") { Description = "Only cases whose name begins so, such as 784 or \"30-16-1, batch 32\".", HelpName = "NAME" };
Add(root, result => QuickBenchmark.Run(result.GetValue(rounds), result.GetValue(only)), null, rounds, only);

Option<int> iterations = Count("--iterations", "Measured iterations of each benchmark.", 15);
Option<string?> only_deep = new("--only") { Description = "Only cases whose name begins so.", HelpName = "NAME" };
AddCommand("depth", "The same cases by BenchmarkDotNet, with allocated memory, and ML.NET where it can do the job.",
    result => DepthBenchmark.Run(result.GetValue(iterations), result.GetValue(only_deep)), null, iterations, only_deep);

Option<int> growth_rounds = Count("--rounds", "How often each side has its turn.", 11);
AddCommand("growth", "How the cost of a step grows with depth, width and batch.", result => GrowthBenchmark.Run(result.GetValue(growth_rounds)), GrowthPicture.Save, growth_rounds);

Option<int> step_rounds = Count("--rounds", "How often each side has its turn.", 40);
AddCommand("steps", "What a step of fit costs beside the same step written directly in TorchSharp.", result => StepBenchmark.Run(result.GetValue(step_rounds)), null, step_rounds);

Option<int> rows = Count("--rows", "Rows of the table.", 500_000), columns = Count("--columns", "Columns of the table.", 130), table_rounds = Count("--rounds", "How often each side has its turn.", 5);
AddCommand("table", "One epoch over a wide table of many rows, in small batches, by Scratch and by fit.",
    result => WideTable.Run(result.GetValue(rows), result.GetValue(columns), result.GetValue(table_rounds)), null, rows, columns, table_rounds);

Option<int> taken = Count("--steps", "Steps of one model.", 1_000_000), models = Count("--models", "Models made and dropped.", 1000);
AddCommand("memory", "What the process holds over many steps and many models.", result => NativeMemory.Run(result.GetValue(taken), result.GetValue(models)), null, taken, models);

Option<int> starts = Count("--rounds", "How often each program is started.", 30);
AddCommand("startup", "How long the published Scratch program takes beside an empty one.", result => StartUpBenchmark.Run(result.GetValue(starts)), null, starts);

ParseResult parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    Console.Error.WriteLine($"{parsed.Errors[0].Message.TrimEnd()} See --help.");
    return WrongUse;
}
try
{
    return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (DisagreementException error)
{
    Console.Error.WriteLine(error.Message);
    return Disagreement;
}
catch (Exception error) when (error is InvalidOperationException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(error.Message.ReplaceLineEndings(" "));
    return WrongUse;
}

static Option<int> Count(string name, string description, int usual)
{
    var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual, HelpName = "N" };
    option.Validators.Add(result =>
    {
        if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out int count) && count < 1)
            result.AddError($"{name}: {count} is not a number from 1.");
    });
    return option;
}

void AddCommand(string name, string description, Func<ParseResult, Report> run, Action<Report, string>? draw, params Option[] options)
{
    var command = new Command(name, description);
    root.Subcommands.Add(command);
    Add(command, run, draw, options);
}

static void Add(Command command, Func<ParseResult, Report> run, Action<Report, string>? draw, params Option[] options)
{
    foreach (Option option in options)
        command.Options.Add(option);
    var files = new ReportOptions();
    files.AddTo(command);
    command.SetAction(result =>
    {
        files.Write(result, run(result), draw);
        return Done;
    });
}
