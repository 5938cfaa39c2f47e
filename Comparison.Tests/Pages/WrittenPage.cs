using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Comparison.Pages;
using Comparison.Problems;
using Comparison.Reports;
using Ledger.Arithmetic;

namespace Comparison.Tests.Pages;

/// <summary>A study page as it was written.</summary>
internal sealed partial record WrittenPage(string Html)
{
    private static readonly Lazy<TwoRuns> Runs = new(() => TwoRuns.Of(ProblemSource.Document(new(FloatFormat.Float32)), (_, _) => () => { }));

    private static readonly Lazy<WrittenPage> Written = new(() => Of(StudyPage.Of(DocumentRuns)));

    /// <summary>The document's network, trained by both sides.</summary>
    public static TwoRuns DocumentRuns => Runs.Value;

    /// <summary>The page of it.</summary>
    public static WrittenPage Document => Written.Value;

    /// <summary>What the page knows.</summary>
    public JsonNode Data => JsonNode.Parse(DataElement().Match(Html).Groups[1].Value)!;

    /// <summary>Writes a page.</summary>
    public static WrittenPage Of(StudyPage page) => new(PageWriter.Text(page));

    [GeneratedRegex("""<script type="application/json" id="data">(.*?)</script>""", RegexOptions.Singleline)]
    private static partial Regex DataElement();
}
