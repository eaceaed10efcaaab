using System.Globalization;
using System.Text.RegularExpressions;

namespace GenesysLambdas.Deployment.Tests.Support;

/// <summary>
/// As much of CloudWatch's metric math as the alarms use, of one data point of each metric: IF, comparisons, * and /
/// (docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html).
/// </summary>
internal sealed partial class MetricMath
{
    private readonly Queue<string> _tokens;
    private readonly IReadOnlyDictionary<string, double> _metrics;

    private MetricMath(string expression, IReadOnlyDictionary<string, double> metrics) =>
        (_tokens, _metrics) = (new(Token().Matches(expression).Select(match => match.Value)), metrics);

    public static double Evaluate(string expression, IReadOnlyDictionary<string, double> metrics)
    {
        var math = new MetricMath(expression, metrics);
        var value = math.Comparison();
        Assert.Empty(math._tokens);
        return value;
    }

    private double Comparison()
    {
        var left = Product();
        if (!_tokens.TryPeek(out var token) || token is not (">=" or ">" or "<=" or "<"))
        {
            return left;
        }

        _tokens.Dequeue();
        var right = Product();
        var holds = token switch
        {
            ">=" => left >= right,
            ">" => left > right,
            "<=" => left <= right,
            _ => left < right,
        };
        return holds ? 1 : 0;
    }

    private double Product()
    {
        var value = Operand();
        while (_tokens.TryPeek(out var token) && token is "*" or "/")
        {
            _tokens.Dequeue();
            value = token == "*" ? value * Operand() : value / Operand();
        }

        return value;
    }

    private double Operand() => _tokens.Dequeue() switch
    {
        "IF" => If(),
        var token when _metrics.TryGetValue(token, out var value) => value,
        var token => double.Parse(token, CultureInfo.InvariantCulture),
    };

    private double If()
    {
        Expect("(");
        var condition = Comparison();
        Expect(",");
        var then = Comparison();
        Expect(",");
        var otherwise = Comparison();
        Expect(")");
        return condition != 0 ? then : otherwise;
    }

    private void Expect(string token) => Assert.Equal(token, _tokens.Dequeue());

    [GeneratedRegex(@"[A-Za-z]\w*|\d+(\.\d+)?|>=|<=|\S", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
