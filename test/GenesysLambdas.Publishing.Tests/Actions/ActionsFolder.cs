using System.Text.Json.Nodes;
using GenesysLambdas.Core.Contracts;

namespace GenesysLambdas.Publishing.Tests.Actions;

/// <summary>A repository's <c>genesys</c> folder, and the commands that write and check it.</summary>
internal sealed class ActionsFolder : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("genesys-");

    /// <summary>The lookups' contracts as the code now has them.</summary>
    public IReadOnlyList<LookupContract> Contracts { get; set; } = TestContracts.All;

    public string Actions => At("actions");

    public string Terraform => At("terraform");

    /// <summary>What the last command printed.</summary>
    public string Out { get; private set; } = "";

    /// <summary>What the last command complained of.</summary>
    public string Error { get; private set; } = "";

    public string At(string path) => Path.Combine(_root.FullName, path);

    public Task<int> ExportAsync(params string[] arguments) => RunAsync(["export", "--actions", Actions, .. arguments]);

    public Task<int> CheckAsync() => RunAsync(["check", "--actions", Actions, "--terraform", Terraform]);

    public Task<int> TerraformAsync(params string[] arguments) => TerraformToAsync(Terraform, arguments);

    public Task<int> TerraformToAsync(string folder, params string[] arguments) => RunAsync(["terraform", "--actions", Actions, "--output", folder, .. arguments]);

    /// <param name="answer">What is typed at the terminal; null where nobody is there.</param>
    public Task<int> RetireAsync(string lookup, int version, string? answer = null, bool yes = false) =>
        RunAsync(["retire", lookup, "--version", $"{version}", "--actions", Actions, .. yes ? (string[])["--yes"] : []], answer);

    /// <summary>Writes everything that gets committed.</summary>
    public async Task CommitAsync()
    {
        Assert.Equal(0, await ExportAsync());
        Assert.Equal(0, await TerraformAsync());
    }

    /// <summary>The same, and after a change a second version of one action.</summary>
    public async Task CommitTwoVersionsAsync()
    {
        await CommitAsync();
        Contracts = TestContracts.WithWind;
        Assert.Equal(0, await ExportAsync("--new-version", "current-weather"));
        Assert.Equal(0, await TerraformAsync());
    }

    /// <summary>The same, and the first version of that action retired.</summary>
    public async Task CommitRetiredVersionAsync()
    {
        await CommitTwoVersionsAsync();
        Assert.Equal(0, await RetireAsync("current-weather", 1, yes: true));
        Assert.Equal(0, await TerraformAsync());
    }

    /// <summary>The texts of the Terraform files, by name.</summary>
    public IReadOnlyList<string> TerraformFiles() => [.. Directory.GetFiles(Terraform, "*.tf").Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    /// <summary>The text of the module that the Terraform files call once per action.</summary>
    public string TerraformModule() => Read("terraform/action/main.tf");

    public string Read(string path) => File.ReadAllText(At(path));

    public JsonNode Action(string lookup) => JsonNode.Parse(Read($"actions/{lookup}.json"))!;

    public bool Has(string path) => File.Exists(At(path));

    public string Write(string path, string text)
    {
        File.WriteAllText(At(path), text);
        return At(path);
    }

    public void Dispose() => _root.Delete(recursive: true);

    private async Task<int> RunAsync(string[] arguments, string? typed = null)
    {
        using var terminal = new TestTerminal { Contracts = Contracts, CanAsk = typed is not null, Input = typed ?? "" };
        var exitCode = await terminal.RunAsync(["actions", .. arguments]);
        (Out, Error) = (terminal.Out, terminal.Error);
        return exitCode;
    }
}
