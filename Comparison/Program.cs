using System.CommandLine;
using System.Text;
using Comparison.CommandLine;
using DataSets;
using Ledger.Files;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var root = new RootCommand($"Scratch vs Keras: trains a small network by hand-written backpropagation and by a framework with the Keras API, and says whether the two agree. {ExitCode.Meanings}");
CompareCommand.AddTo(root);
foreach (Command command in new[]
{
    CompareCommand.Create(), TraceCommand.Create(), JudgeCommand.Create(), DiffCommand.Create(),
    ExplainCommand.Create(), CheckGradientsCommand.Create(), StudyCommand.Create(), ReportCommand.Create(), CampaignCommand.Create(),
    TrainCommand.Create(), PredictCommand.Create(), EvaluateCommand.Create(),
})
    root.Subcommands.Add(command);

ParseResult parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    Console.Error.WriteLine($"{parsed.Errors[0].Message.TrimEnd()} See --help.");
    return ExitCode.WrongUse;
}

try
{
    return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception error) when (error is InputException or TraceFileException)
{
    Console.Error.WriteLine(error.Message);
    return ExitCode.WrongUse;
}
catch (Exception error) when (error is TypeInitializationException or DllNotFoundException or BadImageFormatException)
{
    Console.Error.WriteLine($"The framework's native library cannot be loaded; build again, so that the links to the package cache are made anew ({(error.InnerException ?? error).Message.Split('\n')[0]}).");
    return ExitCode.WrongUse;
}
catch (Exception error)
{
    Console.Error.WriteLine($"A fault of this program, not of your input: {error.GetType().Name}: {error.Message.ReplaceLineEndings(" ")}");
    return ExitCode.WrongUse;
}
