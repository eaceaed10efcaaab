using System.Text;
using GenesysLambdas.Publishing.Live;

namespace GenesysLambdas.Commands.Printing;

internal static class TestSteps
{
    public static string Write(IReadOnlyList<TestStep> steps)
    {
        var text = new StringBuilder();
        foreach (var step in steps)
        {
            text.AppendLine($"{step.Number,2}. {step.Name}: {(step.Errors.Count == 0 ? "ok" : "failed")}");
            foreach (var error in step.Errors)
            {
                text.AppendLine($"      {error}");
            }
        }

        return text.ToString();
    }

    /// <summary>The possible causes if Genesys Cloud is not allowed to invoke the function (403).</summary>
    public static IReadOnlyList<string> Advice(ActionTest test) =>
        test.Errors.Concat(test.Steps.SelectMany(step => step.Errors)).Any(error => error.Contains("403", StringComparison.Ordinal))
            ?
            [
                "A 403 has one of these causes:",
                "- the function does not exist: check the ARN",
                "- the credential has the wrong role, or the role's policy does not allow invoking the function",
                "- the role does not trust Genesys Cloud's AWS account, or its external id is not the organization's id",
            ]
            : [];
}
