using System.Text;
using GenesysLambdas.Publishing.Actions;
using GenesysLambdas.Publishing.Live;
using GenesysLambdas.Publishing.Platform;

namespace GenesysLambdas.Commands.Printing;

internal static class PublishReport
{
    private static readonly int Width = Enum.GetValues<PublishStep>().Max(step => Name(step).Length);

    public static string Write(PlatformRegion region, Integration integration, IReadOnlyList<PlannedAction> planned, IReadOnlyList<LiveAction> others)
    {
        var text = new StringBuilder();
        var problem = integration.IsActive ? "" : $" is {integration.State}: activate it, or its actions fail";
        text.AppendLine($"Integration '{integration.Name}' in {region.Domain}{problem}").AppendLine();
        foreach (var action in planned)
        {
            text.AppendLine($"  {Name(action.Step).PadRight(Width)}  {action.Action.Version.ActionName}");
            foreach (var reason in action.Reasons.Concat(action.Step == PublishStep.NewVersion ? NewVersion(action.Action.Version) : []))
            {
                text.AppendLine($"  {new string(' ', Width)}    {reason}");
            }
        }

        foreach (var other in others)
        {
            text.AppendLine($"  {"other".PadRight(Width)}  {other.Name}");
        }

        return text.ToString();
    }

    private static string[] NewVersion(ActionVersion version) =>
    [
        $"A published contract cannot be changed. If the change is intended, run 'actions retire {version.Lookup} --version {version.Number}',",
        "'generate' and this command again: that creates a new version with its own name.",
    ];

    private static string Name(PublishStep step) => step switch
    {
        PublishStep.Create => "create",
        PublishStep.Finish => "publish",
        PublishStep.Update => "update",
        PublishStep.None => "equal",
        PublishStep.NewVersion => "new version",
        PublishStep.NotOurs => "not ours",
        _ => "skip",
    };
}
