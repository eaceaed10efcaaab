using GenesysLambdas.Publishing.Actions;
using GenesysLambdas.Publishing.Live;
using GenesysLambdas.Publishing.Platform;
using Spectre.Console;

namespace GenesysLambdas.Commands.Printing;

/// <param name="Role">The ARN in the integration's credential; null if Genesys Cloud does not show it.</param>
/// <param name="StackRole">The ARN of the stack's role; null if unknown.</param>
internal sealed record StatusReport(PlatformRegion Region, Integration Integration, string? Role, string? StackRole, IReadOnlyList<ActionStatus> Actions)
{
    public bool StackHasNoRole { get; init; }

    private bool ActionsAgree => Actions.All(action => action.Agrees);

    private bool RoleAgrees => !StackHasNoRole && (Role is null || StackRole is null || Role == StackRole);

    public bool Agrees => Integration.IsActive && Integration.CredentialId is not null && RoleAgrees && ActionsAgree;

    public void Write(Terminal terminal)
    {
        var state = Integration.IsActive ? "active" : $"{Integration.State}, so its actions fail: activate it";
        terminal.Out.WriteLine($"Integration '{Integration.Name}' in {Region.Domain}: {state}");
        terminal.Out.WriteLine($"Role: {RoleText()}");
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Out) });
        // One line per action, however wide the terminal is.
        console.Profile.Width = OutputTable.WidthOfFiles;
        console.Write(Table());
        terminal.Out.WriteLine("Calls, failures and mean time cover the last 24 hours.");
        foreach (var (action, difference) in Actions.SelectMany(action => action.Differences.Select(difference => (action, difference))))
        {
            terminal.Out.WriteLine($"{action.Name}: {difference}");
        }

        terminal.Out.WriteLine(
            Agrees ? "Everything is up to date."
            : ActionsAgree ? "The actions are up to date, but the integration needs attention."
            : "Something differs: run 'generate' to update the files, and 'actions publish' to update Genesys Cloud.");
    }

    private string RoleText() => StackHasNoRole
        ? $"{Role ?? "not shown by Genesys Cloud"}. {StackOutputs.NoRole} Set it and deploy again"
        : RoleComparedText();

    private string RoleComparedText() => (Integration.CredentialId, Role, StackRole) switch
    {
        (null, _, _) => $"the integration has no credential: add one with the role's ARN{(StackRole is null ? "" : $", {StackRole}")}",
        (_, null, _) => "Genesys Cloud does not show the ARN in the credential, so it is not compared",
        (_, var role, null) => $"{role}, not compared with the stack",
        (_, var role, var stack) => RoleAgrees ? $"{role}, as in the stack" : $"{role}, but the stack's is {stack}: change the integration's credential",
    };

    private Table Table()
    {
        var table = new Table().Border(TableBorder.Horizontal);
        foreach (var column in new[] { "action", "file", "Genesys Cloud", "same" })
        {
            table.AddColumn(column, added => added.NoWrap());
        }

        foreach (var column in new[] { "calls", "failed", "mean" })
        {
            table.AddColumn(column, added => added.NoWrap().RightAligned());
        }

        foreach (var action in Actions)
        {
            var statistics = action.Statistics;
            table.AddRow(
                new Text(action.Name),
                new Text(action.File),
                new Text(action.Live),
                new Text(action.Agrees ? "yes" : "no"),
                new Text($"{statistics?.Calls ?? 0}"),
                new Text($"{statistics?.Failures ?? 0}"),
                new Text(statistics is null ? "" : $"{statistics.Mean.TotalMilliseconds:F0} ms"));
        }

        return table;
    }
}
