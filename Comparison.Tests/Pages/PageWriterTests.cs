using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Comparison.Pages;
using Comparison.Reports;
using Ledger.Mistakes;
using Ledger.Traces;

namespace Comparison.Tests.Pages;

[TestClass]
public sealed partial class PageWriterTests
{
    [TestMethod]
    public void The_documents_page_with_every_mistake_is_smaller_than_a_million_bytes()
    {
        WrittenPage page = WrittenPage.Document;

        Assert.IsLessThan(1_000_000, Encoding.UTF8.GetByteCount(page.Html));
        JsonArray comparisons = page.Data["comparisons"]!.AsArray();
        CollectionAssert.AreEqual(
            Catalogue.All.Select(mistake => mistake.Name).ToArray(), comparisons.Skip(1).Select(comparison => (string?)comparison!["mistake"]).ToArray());
        Assert.IsTrue(comparisons.Skip(1).All(comparison => comparison!["first"] is not null));
    }

    [TestMethod]
    public void The_policy_lets_nothing_run_but_this_very_style_and_script()
    {
        string html = WrittenPage.Document.Html;

        string policy = Policy().Match(html).Groups[1].Value;
        Assert.AreEqual(
            $"default-src 'none'; style-src {Hash(Style().Match(html).Groups[1].Value)}; script-src {Hash(Script().Match(html).Groups[1].Value)}; base-uri 'none'; form-action 'none'",
            policy);
        Assert.AreEqual(1, Style().Count(html));
        Assert.DoesNotContain(" style=", html);
        Assert.IsFalse(Handler().IsMatch(html), "an attribute that runs a script");
    }

    [TestMethod]
    public void Nothing_in_it_names_an_address_to_be_fetched()
    {
        foreach (Match address in Address().Matches(WrittenPage.Document.Html))
            Assert.AreEqual("http://www.w3.org/2000/svg", address.Value);
    }

    [TestMethod]
    public void What_a_user_gives_stays_text()
    {
        const string nasty = "</script><script>alert(1)</script><!--{{data}}\"'&";
        Trace trace = WrittenPage.DocumentRuns.Scratch.Trace;
        Trace named = trace with { Side = nasty, NotComputed = new Dictionary<string, string> { ["dL_doutput"] = nasty } };

        WrittenPage page = WrittenPage.Of(new StudyPage(nasty, [nasty], LedgerWord.Of(named, trace), nasty, [], nasty));

        Assert.AreEqual(2, Opened().Count(page.Html), "the data and the script are the only script elements");
        Assert.DoesNotContain("<script>alert", page.Html);
        Assert.AreEqual(nasty, (string?)page.Data["title"]);
        Assert.AreEqual(nasty, (string?)page.Data["sides"]![0]!["name"]);
        Assert.AreEqual(nasty, (string?)page.Data["sides"]![0]!["not_computed"]!["dL_doutput"]);
        StringAssert.Contains(page.Html, "<h1>&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;!--{{data}}&quot;&#39;&amp;</h1>");
    }

    [TestMethod]
    public void An_array_that_both_sides_have_is_stored_once()
    {
        JsonNode data = WrittenPage.Document.Data;
        JsonNode[] steps = [.. data["comparisons"]![0]!["sides"]!.AsArray().Select(side => data["sides"]![(int)side!]!["steps"]![0]!)];

        Assert.AreEqual((int)steps[0]["inputs"]!, (int)steps[1]["inputs"]!);
        CollectionAssert.AreEqual(Places(steps[0]["before"]!), Places(steps[1]["before"]!));
    }

    [TestMethod]
    public void Its_numbers_are_those_of_the_traces_to_the_bit()
    {
        JsonNode data = WrittenPage.Document.Data;
        byte[] heap = Convert.FromBase64String((string)data["float32"]!);
        int[] kinds = Places(data["arrays"]!);
        foreach (var (side, trace) in data["comparisons"]![0]!["sides"]!.AsArray().Zip(new[] { WrittenPage.DocumentRuns.Scratch.Trace, WrittenPage.DocumentRuns.Keras.Trace }))
        {
            JsonNode known = data["sides"]![(int)side!]!;
            string[] names = [.. known["quantities"]!.AsArray().Select(name => (string)name!)];
            for (int step = 1; step <= trace.Steps.Count; step++)
            {
                int[] values = Places(known["steps"]![step - 1]!["values"]!);
                for (int q = 0; q < names.Length; q++)
                {
                    NumberArray? recorded = trace.Read(names[q], step) ?? trace.Steps[step - 1].Derived.GetValueOrDefault(names[q]);
                    CollectionAssert.AreEqual(recorded!.Values, Read(values[q]), $"{trace.Side}, step {step}, {names[q]}");
                }
            }
        }

        double[] Read(int place)
        {
            JsonNode Kind(int at) => data["kinds"]![kinds[at]]!;
            int start = Enumerable.Range(0, place).Where(at => (int)Kind(at)[0]! == 4).Sum(at => 4 * Count(Kind(at)));
            return [.. Enumerable.Range(0, Count(Kind(place))).Select(i => (double)BitConverter.ToSingle(heap, start + 4 * i))];
        }
    }

    private static int Count(JsonNode kind) => kind[1]!.AsArray().Aggregate(1, (count, length) => count * (int)length!);

    private static int[] Places(JsonNode node) => [.. node.AsArray().Select(place => (int)place!)];


    private static string Hash(string content) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}'";

    [GeneratedRegex("""http-equiv="Content-Security-Policy" content="([^"]*)">""")]
    private static partial Regex Policy();

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex("<script>(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex("<script")]
    private static partial Regex Opened();

    [GeneratedRegex("<[a-z][^<>]* on[a-z]+=\"")]
    private static partial Regex Handler();

    [GeneratedRegex("https?://[^'\"`) ]*|(?<=src=\")[^\"]*")]
    private static partial Regex Address();
}
