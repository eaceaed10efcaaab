using System.Text;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using GenesysLambdas.Core.Telemetry;

namespace GenesysLambdas.Aws.Tests.Lambda;

public sealed class LambdaLogTests : IDisposable
{
    private readonly MemoryStream _output = new();

    [Theory]
    [InlineData(false, "2026-01-02T03:04:05.000Z\tid-1\tWarning\t\"low\" disk\nas it is\n")]
    [InlineData(true, "{\"timestamp\":\"2026-01-02T03:04:05.000Z\",\"level\":\"Warning\",\"requestId\":\"id-1\",\"message\":\"\\u0022low\\u0022 disk\"}\nas it is\n")]
    public void Writes_messages_of_the_functions_level_in_its_format(bool json, string log)
    {
        var logger = Logger("WARN", json);

        logger.LogInformation("nobody reads this");
        logger.LogWarning("\"low\" disk");
        logger.LogLine("as it is");

        Assert.Equal(log, Written());
    }

    [Theory]
    [InlineData("TRACE", "Trace Debug Information Warning Error Critical own")]
    [InlineData("DEBUG", "Debug Information Warning Error Critical own")]
    [InlineData("INFO", "Information Warning Error Critical own")]
    [InlineData(null, "Information Warning Error Critical own")]
    [InlineData("ERROR", "Error Critical own")]
    [InlineData("FATAL", "Critical own")]
    public void Every_level_has_its_method(string? least, string levels)
    {
        var logger = Logger(least, json: false);

        logger.LogTrace("");
        logger.LogDebug("");
        logger.LogInformation("");
        logger.LogWarning("");
        logger.LogError("");
        logger.LogCritical("");
        logger.Log("own", "");

        Assert.Equal(levels.Split(' '), Written().TrimEnd('\n').Split('\n').Select(line => line.Split('\t')[2]));
    }

    [Fact]
    public void A_message_without_a_level_is_written_as_it_is()
    {
        Logger("FATAL", json: true).Log("a\tb");

        Assert.Equal("a\tb", Written());
    }

    public void Dispose() => _output.Dispose();

#pragma warning disable CA1859 // The interface has most of the methods.
    private ILambdaLogger Logger(string? level, bool json) => new LambdaLog(
        "id-1",
        new FunctionEnvironment { LogLevel = level, LogsJson = json },
        new ManualTime(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)),
        new LogOutput(_output));
#pragma warning restore CA1859

    private string Written() => Encoding.UTF8.GetString(_output.ToArray());
}
