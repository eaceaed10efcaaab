namespace GenesysLambdas.Benchmarks;

/// <summary>
/// A control group that gives a process a share of one processor: Lambda gives a function as much of one as its memory is of 1,769 MB
/// (https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html), so 0.29 to one of 512 MB.
/// </summary>
internal sealed class ProcessorShare : IDisposable
{
    // An assumption: AWS does not say how long the period is in which a function may use up its share.
    private const int PeriodMicroseconds = 20_000;

    private ProcessorShare(string folder) => Folder = folder;

    /// <summary>Where a process that writes its id into <c>cgroup.procs</c> joins.</summary>
    public string Folder { get; }

    /// <exception cref="BenchmarkException">This machine has no control groups, or does not let this user create one.</exception>
    public static ProcessorShare Create(double share)
    {
        var (root, isSecondVersion) = Find();
        var group = new ProcessorShare(Path.Combine(root, $"genesys-lambdas-benchmark-{Guid.NewGuid():N}"));
        var quota = (int)(share * PeriodMicroseconds);
        try
        {
            Directory.CreateDirectory(group.Folder);
            if (isSecondVersion)
            {
                File.WriteAllText(Path.Combine(root, "cgroup.subtree_control"), "+cpu");
                File.WriteAllText(Path.Combine(group.Folder, "cpu.max"), $"{quota} {PeriodMicroseconds}");
            }
            else
            {
                File.WriteAllText(Path.Combine(group.Folder, "cpu.cfs_period_us"), $"{PeriodMicroseconds}");
                File.WriteAllText(Path.Combine(group.Folder, "cpu.cfs_quota_us"), $"{quota}");
            }

            return group;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            group.Dispose();
            throw new BenchmarkException($"--share needs a control group, which this machine does not let this user create: {exception.Message} It takes root.");
        }
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Left over, and empty.
        }
    }

    private static (string Root, bool IsSecondVersion) Find()
    {
        foreach (var mount in File.ReadLines("/proc/mounts").Select(line => line.Split(' ')))
        {
            if (mount[2] == "cgroup" && mount[3].Split(',').Contains("cpu"))
            {
                return (mount[1], false);
            }

            var controllers = Path.Combine(mount[1], "cgroup.controllers");
            if (mount[2] == "cgroup2" && File.Exists(controllers) && File.ReadAllText(controllers).Split().Contains("cpu"))
            {
                return (mount[1], true);
            }
        }

        throw new BenchmarkException("--share needs control groups with a processor controller, and none are mounted on this machine.");
    }
}
