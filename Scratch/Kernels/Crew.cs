using System.Diagnostics;

namespace Scratch.Kernels;

/// <summary>Work in tasks that do not depend on each other, so that it does not matter which thread runs which.</summary>
internal abstract class Job
{
    public abstract void Run(int task);
}

/// <summary>
/// The threads of one training. Whoever asks for work takes part in it; helpers come from the thread pool and stay a little while
/// after their last task, because the next stage of a step is never far. Nothing is allocated, and nothing needs to be closed.
/// </summary>
/// <param name="threads">How many may work at once.</param>
internal sealed class Crew(int threads) : IThreadPoolWorkItem
{
    private static readonly long patience = Stopwatch.Frequency / 20_000;

    private readonly List<Job> jobs = [];
    private Job? job;
    private int tasks, unfinished, helpers;

    // Which stage it is, in the upper half, and its next task that nobody has taken, in the lower.
    private long next;

    /// <summary>How many may work at once.</summary>
    public int Threads => threads;

    /// <summary>The one job of a kind: a crew does one thing at a time.</summary>
    public J The<J>() where J : Job, new()
    {
        foreach (Job known in jobs)
            if (known is J found)
                return found;
        var added = new J();
        jobs.Add(added);
        return added;
    }

    /// <summary>Runs all tasks of a job, and returns when they are done.</summary>
    public void Run(Job job, int tasks)
    {
        // While the stage is closed no task can be taken, so nobody sees the old job with the new stage.
        long stage = (next >> 32) + 1;
        Volatile.Write(ref next, (stage << 32) | int.MaxValue);
        this.job = job;
        this.tasks = tasks;
        Volatile.Write(ref unfinished, tasks);
        Interlocked.Exchange(ref next, stage << 32);

        for (int wanted = Math.Min(threads, tasks) - 1; Volatile.Read(ref helpers) < wanted;)
        {
            Interlocked.Increment(ref helpers);
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
        while (TakeTask())
        {
        }
        var wait = new SpinWait();
        while (Volatile.Read(ref unfinished) > 0)
            wait.SpinOnce(sleep1Threshold: -1);
    }

    void IThreadPoolWorkItem.Execute()
    {
        long last = Stopwatch.GetTimestamp();
        do
        {
            while (TakeTask())
                last = Stopwatch.GetTimestamp();
            Thread.SpinWait(8);
        }
        while (Stopwatch.GetTimestamp() - last < patience);
        Interlocked.Decrement(ref helpers);
    }

    // The tasks of a stage may be taken as long as the stage has not changed since it was looked at.
    private bool TakeTask()
    {
        long seen = Volatile.Read(ref next);
        int task = (int)seen;
        Job? work = job;
        if (work is null || task >= Volatile.Read(ref tasks) || Interlocked.CompareExchange(ref next, seen + 1, seen) != seen)
            return Volatile.Read(ref next) != seen && (int)Volatile.Read(ref next) < Volatile.Read(ref tasks);
        work.Run(task);
        Interlocked.Decrement(ref unfinished);
        return true;
    }
}
