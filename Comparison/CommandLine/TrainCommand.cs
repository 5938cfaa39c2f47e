using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using Comparison.Models;
using Comparison.Plots;
using Comparison.Reports;
using Comparison.Sides;
using Comparison.Training;
using DataSets;
using KerasVersion;
using Ledger.Arithmetic;

namespace Comparison.CommandLine;

/// <summary><c>train</c>: trains both sides on a table, from the same weights on the same rows in the same order.</summary>
internal static class TrainCommand
{
    // What programs that Ctrl-C ended give.
    private const int Interrupted = 130;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var source = new Argument<string?>("TABLE")
        {
            Description = $"a table: CSV, TSV, .npz, IDX (docs/data-sets.md), or made: {string.Join(", ", MadeTables.Names)}",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var folder = new Option<string?>("--out") { Description = "where the trained models, their preparation, the history, the report and the pictures are written, and checkpoints while training runs; what is needed to add epochs later stays there", HelpName = "DIR" };
        var overwrite = new Option<bool>("--overwrite") { Description = "let --out replace a training that the folder holds" };
        var resume = new Option<string?>("--resume") { Description = "go on with the training in this folder, with everything as it was; --epochs may add to them", HelpName = "DIR" };
        var plan = new PlanOptions();
        var output = new OutputOptions();
        var command = new Command("train", $"Trains both sides on a table, on the same rows in the same order from the same start weights, shows how good they became, and says whether they agree. Ctrl-C stops after the batches under way; with --out, a checkpoint is saved to go on from. {ExitCode.Meanings[..^1]}, {Interrupted} stopped by Ctrl-C.")
        {
            source, folder, overwrite, resume,
        };
        plan.AddTo(command);
        output.AddTo(command);
        command.SetAction(parsed =>
        {
            string? json = output.Json(parsed);
            bool quiet = output.Quiet(parsed);
            if (parsed.GetValue(resume) is { } resumed)
            {
                string[] others = [.. plan.GivenBesideEpochs(parsed), .. new Option[] { folder, overwrite }.Where(option => parsed.GetResult(option) is { Implicit: false }).Select(option => option.Name)];
                if (others.Length > 0)
                    throw new InputException($"--resume takes everything but --epochs from the checkpoint; leave {string.Join(", ", others)} out.");
                return Resume(new(resumed), parsed.GetValue(source), plan.Epochs(parsed), json, quiet);
            }
            TrainingPlan asked = plan.Plan(parsed, parsed.GetValue(source) ?? throw new InputException($"train: name a table, or a made one: {string.Join(", ", MadeTables.Names)}."));
            if (parsed.GetValue(folder) is null && asked is not { CheckpointEpochs: null, CheckpointMinutes: null })
                throw new InputException("--checkpoint-every and --checkpoint-minutes need a folder for the checkpoint; give --out.");
            CheckDtype(asked);
            return Run(asked, parsed.GetValue(folder) is { } path ? TrainingFolder.Create(path, parsed.GetValue(overwrite)) : null, null, json, quiet);
        });
        return command;
    }

    private static int Resume(TrainingFolder folder, string? source, int? epochs, string? json, bool quiet)
    {
        var checkpoint = Checkpoint.Read(folder.Checkpoint);
        TrainingPlan plan = checkpoint.Plan with { Source = source ?? checkpoint.Plan.Source, Epochs = epochs ?? checkpoint.Plan.Epochs };
        if (plan.Epochs < checkpoint.Course.Epoch)
            throw new InputException($"--epochs: {checkpoint.Course.Epoch} epochs are trained already; ask for more than {plan.Epochs}.");
        if (plan.Epochs > checkpoint.Plan.Epochs)
            File.Delete(folder.Report);
        else if (File.Exists(folder.Report))
            throw new InputException($"{folder.Path}: this training is finished; add epochs with --epochs N, N above {plan.Epochs}.");
        CheckDtype(plan);
        return Run(plan, folder, checkpoint, json, quiet);
    }

    private static void CheckDtype(TrainingPlan plan)
    {
        if (plan.Sides != SideChoice.Scratch && plan.Format == FloatFormat.Float64 && !Engine.Current.HasFloat64)
            throw new InputException($"float64 is not supported by this engine ({Engine.Current}); use --dtype float32, or --side scratch.");
    }

    private static int Run(TrainingPlan plan, TrainingFolder? folder, Checkpoint? checkpoint, string? json, bool quiet) =>
        plan.Format == FloatFormat.Float32 ? Run<float>(plan, folder, checkpoint, json, quiet) : Run<double>(plan, folder, checkpoint, json, quiet);

    private static int Run<T>(TrainingPlan plan, TrainingFolder? folder, Checkpoint? checkpoint, string? json, bool quiet)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        folder?.RemoveHalfWritten();
        using var data = new TrainingData<T>(plan);
        string fingerprint = data.Fingerprint();
        if (checkpoint is not null && checkpoint.Fingerprint != fingerprint)
            throw new InputException($"{folder!.Checkpoint}: is a checkpoint of another training than one on {plan.Source}, which may have changed; name the table as it was, or train from the start.");
        if (!quiet)
            foreach (string line in TrainingReport.Announcement(plan, data.Preparation, data.Network, data.Training.Rows, data.HeldOut?.Rows ?? 0))
                Console.WriteLine(line);
        var run = new TrainingRun<T>(plan, data);
        if (checkpoint is not null)
            run.GoOn(checkpoint.Course, checkpoint.Now, checkpoint.Best);

        using var stop = new StopSignal();
        if (!Train(plan, run, Save, stop.Token, quiet))
            return Stopped(plan, run, folder, Save);

        var end = new TrainingEnd<T>(plan, data, run);
        TrainingVerdict verdict = LongWork.Show(end.Judge);
        Save();
        run.RestoreBest();
        TrainingResult result = end.Result(verdict);
        if (folder is not null)
            Write(folder, result, data, end);
        if (json is not null)
            AtomicFile.Write(json, TrainingJson.Of(result));
        if (quiet)
            Console.WriteLine(TrainingReport.Verdict(result));
        else
            TrainingReport.Write(result, Console.Out, Console.IsOutputRedirected);
        return ExitCode.Of(verdict.Verdict);

        void Save()
        {
            if (folder is null)
                return;
            var (now, best) = run.States();
            new Checkpoint(plan, fingerprint, run.Course, now, best).Write(folder.Checkpoint);
        }
    }

    // Whether training came to its end.
    private static bool Train<T>(TrainingPlan plan, TrainingRun<T> run, Action save, CancellationToken stop, bool quiet)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => LiveTraining.Show(run.RowsPlanned, tell =>
        {
            var since_save = Stopwatch.StartNew();
            while (!run.IsDone)
            {
                if (stop.IsCancellationRequested)
                    return false;
                run.Advance();
                tell(run.RowsDone, Progress(plan, run));
                bool is_due = run.Course.Row == 0 && plan.CheckpointEpochs is { } epochs && run.Course.Epoch % epochs == 0
                    || plan.CheckpointMinutes is { } minutes && since_save.Elapsed.TotalMinutes >= minutes;
                if (is_due)
                {
                    save();
                    since_save.Restart();
                }
            }
            return true;
        }, quiet);

    private static string Progress<T>(TrainingPlan plan, TrainingRun<T> run)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => string.Create(CultureInfo.InvariantCulture,
            $"epoch {Math.Min(run.Course.Epoch + 1, plan.Epochs)} of {plan.Epochs}, loss {string.Join(", ", run.Sides.Select(side => string.Create(CultureInfo.InvariantCulture, $"{side.Side.Title()} {run.LossNow(side):F6}")))}");

    private static int Stopped<T>(TrainingPlan plan, TrainingRun<T> run, TrainingFolder? folder, Action save)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        save();
        string where = $"Stopped in epoch {run.Course.Epoch + 1} of {plan.Epochs}, after {run.Course.Steps} steps";
        Console.Error.WriteLine(folder is null
            ? $"{where}. Nothing is kept, as no --out was given."
            : $"{where}. Go on with: train --resume {folder.Path}");
        return Interrupted;
    }

    private static void Write<T>(TrainingFolder folder, TrainingResult result, TrainingData<T> data, TrainingEnd<T> end)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Dictionary<Side, TrainedNetwork<T>> networks = end.Networks();
        SavedModel.Save(folder.Path, result.Preparation, networks);
        LossPlot.Save(folder.Path, [.. result.Sides.Select(side => new SideLosses(
            side.Side, [.. side.History.Select(epoch => epoch.Loss)], [.. side.History.Select(epoch => epoch.HeldOutLoss).OfType<double>()]))]);
        if (BoundaryPlot.CanShow(result.Preparation))
            BoundaryPlot.Save(folder.Path, data.Training, networks.ToDictionary(network => network.Key, network => SidePredictor.Of(network.Key, network.Value)));
        AtomicFile.Write(folder.History, TrainingJson.History(result));
        // Last: where it is, everything is.
        AtomicFile.Write(folder.Report, TrainingJson.Of(result));
    }
}
