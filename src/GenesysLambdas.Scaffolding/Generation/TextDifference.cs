using System.Text;

namespace GenesysLambdas.Scaffolding.Generation;

/// <summary>The difference of two texts, line by line, as <c>diff -u</c> shows it.</summary>
public static class TextDifference
{
    private const int Context = 3;

    public static string Of(FileChange change)
    {
        var lines = Compare(Lines(change.Before), Lines(change.After));
        var shown = Enumerable.Range(0, lines.Count).Where(i => lines.Skip(i - Context).Take(Math.Min(i, Context) + 1 + Context).Any(line => line.Sign != ' ')).ToList();
        var text = new StringBuilder($"--- {change.Path}\n+++ {change.Path} (generated)\n");
        foreach (var (i, follows) in shown.Select((i, index) => (i, index > 0 && shown[index - 1] == i - 1)))
        {
            if (!follows)
            {
                text.Append($"@@ line {lines[i].Number} @@\n");
            }

            text.Append(lines[i].Sign).Append(lines[i].Text).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Every line of both texts, each with the number that it has, or follows, in the first.</summary>
    private static List<(char Sign, string Text, int Number)> Compare(string[] before, string[] after)
    {
        // The length of the longest common subsequence of what follows line i in one text and line j in the other.
        var common = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
            {
                common[i, j] = before[i] == after[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var lines = new List<(char, string, int)>();
        for (var (i, j) = (0, 0); i < before.Length || j < after.Length;)
        {
            if (i < before.Length && j < after.Length && before[i] == after[j])
            {
                lines.Add((' ', before[i], ++i));
                j++;
            }
            else if (j == after.Length || (i < before.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                lines.Add(('-', before[i], ++i));
            }
            else
            {
                lines.Add(('+', after[j++], i + 1));
            }
        }

        return lines;
    }

    private static string[] Lines(string? text) => string.IsNullOrEmpty(text) ? [] : text.TrimEnd('\n').Split('\n');
}
