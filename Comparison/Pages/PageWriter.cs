using System.Net;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Comparison.Pages;

/// <summary>Writes a study page as one file: its template with its style, its scripts and its data put in.</summary>
public static class PageWriter
{
    private static readonly string[] Styles = ["page.css", "sections.css", "picture.css", "tables.css", "media.css"];

    // In this order; each may use what stands before it.
    private static readonly string[] Scripts =
    [
        "data.js", "numbers.js", "place.js", "wording.js", "causes.js", "drawing.js", "layout.js", "picture.js", "heat.js",
        "account.js", "panel.js", "cells.js", "table.js", "chart.js", "curves.js", "notes.js", "worth.js", "verdict.js", "mistakes.js",
        "quiz.js", "time.js", "keyboard.js", "main.js",
    ];

    /// <summary>How data is written: nothing in it can end the element that it stands in, or begin another.</summary>
    internal static JsonSerializerOptions Layout { get; } = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The whole page.</summary>
    public static string Text(StudyPage page)
    {
        string style = string.Join('\n', Styles.Select(Source));
        string script = $"'use strict';\n(() => {{\n{string.Join('\n', Scripts.Select(Source))}}})();\n";
        string policy = $"default-src 'none'; style-src {Hash(style)}; script-src {Hash(script)}; base-uri 'none'; form-action 'none'";
        // What is put in is never searched for what is put in next.
        return Fill(Source("page.html"), new Dictionary<string, string>
        {
            ["policy"] = policy,
            ["title"] = WebUtility.HtmlEncode(page.Title),
            ["lines"] = string.Concat(page.Lines.Select(line => $"<p>{WebUtility.HtmlEncode(line)}</p>")),
            ["style"] = style,
            ["data"] = page.Data().ToJsonString(Layout),
            ["script"] = script,
        });
    }

    private static string Fill(string template, IReadOnlyDictionary<string, string> content)
    {
        string[] parts = template.Split("{{", StringSplitOptions.None);
        var page = new StringBuilder(parts[0]);
        foreach (string part in parts[1..])
        {
            int end = part.IndexOf("}}", StringComparison.Ordinal);
            page.Append(content[part[..end]]).Append(part, end + 2, part.Length - end - 2);
        }
        return page.ToString();
    }

    private static string Hash(string content) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}'";

    private static string Source(string file)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Page.{file}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
