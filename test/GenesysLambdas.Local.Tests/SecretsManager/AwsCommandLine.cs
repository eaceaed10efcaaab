using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GenesysLambdas.Local.Tests.SecretsManager;

/// <summary>AWS's command line, if this machine has it.</summary>
internal static class AwsCommandLine
{
    // Loading the Python modules takes most of a command's time. If python3 can import the command line (version 1), it is loaded once, and each
    // command runs in a fork.
    private const string Forks = """
        import json, os, sys, tempfile
        import awscli.clidriver

        def run(arguments):
            with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as error:
                child = os.fork()
                if child == 0:
                    code = 255
                    try:
                        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
                        os.dup2(output.fileno(), 1)
                        os.dup2(error.fileno(), 2)
                        sys.argv = ["aws", *arguments]
                        code = awscli.clidriver.main()
                        sys.stdout.flush()
                        sys.stderr.flush()
                    finally:
                        os._exit(code)
                code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
                output.seek(0)
                error.seek(0)
                return {"exitCode": code, "output": output.read().decode(), "error": error.read().decode()}

        awscli.clidriver.create_clidriver()
        print("ready", flush=True)
        for line in sys.stdin:
            print(json.dumps(run(json.loads(line))), flush=True)
        """;

    private static readonly SemaphoreSlim Turn = new(1);

    // Ends with this process, which closes its input.
    private static readonly Lazy<Process?> Forking = new(() =>
        Start("python3", "-c", Forks) is { } process && process.StandardOutput.ReadLine() == "ready" ? process : null);

    private static readonly Lazy<bool> Found = new(() =>
    {
        using var process = Start("aws", "--version");
        process?.WaitForExit();
        return process?.ExitCode == 0;
    });

    public static bool IsMissing => Forking.Value is null && !Found.Value;

    public static async Task<(int ExitCode, JsonNode? Output, string Error)> RunAsync(Uri endpoint, params string[] arguments)
    {
        string[] all = [.. arguments, "--endpoint-url", endpoint.ToString().TrimEnd('/'), "--output", "json"];
        var (exitCode, output, error) = Forking.Value is { } process ? await ForkAsync(process, all) : await RunAsync(all);
        return (exitCode, output.Length == 0 ? null : JsonNode.Parse(output), error);
    }

    private static async Task<(int ExitCode, string Output, string Error)> ForkAsync(Process process, string[] arguments)
    {
        await Turn.WaitAsync();
        try
        {
            await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(arguments));
            await process.StandardInput.FlushAsync();
            var ran = JsonNode.Parse((await process.StandardOutput.ReadLineAsync())!)!;
            return ((int)ran["exitCode"]!, (string)ran["output"]!, (string)ran["error"]!);
        }
        finally
        {
            Turn.Release();
        }
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(string[] arguments)
    {
        using var process = Start("aws", arguments)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await error);
    }

    private static Process? Start(string program, params string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
                Environment =
                {
                    ["AWS_ACCESS_KEY_ID"] = "local",
                    ["AWS_SECRET_ACCESS_KEY"] = "local",
                    ["AWS_DEFAULT_REGION"] = "us-east-1",
                    ["AWS_CONFIG_FILE"] = "/dev/null",
                    ["AWS_MAX_ATTEMPTS"] = "1",
                    ["AWS_PAGER"] = "",
                },
            });
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
