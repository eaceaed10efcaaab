namespace Amazon;

/// <summary>An AWS region.</summary>
public class RegionEndpoint
{
    private RegionEndpoint(string systemName, string partitionName, string partitionDnsSuffix) =>
        (SystemName, PartitionName, PartitionDnsSuffix) = (systemName, partitionName, partitionDnsSuffix);

    /// <summary>The region's name, such as <c>eu-central-1</c>.</summary>
    public string SystemName { get; }

    /// <summary>The name of the region's partition, such as <c>aws</c> or <c>aws-cn</c>.</summary>
    public string PartitionName { get; }

    /// <summary>The domain of the region's services.</summary>
    public string PartitionDnsSuffix { get; }

    /// <summary>The region with this name; an unknown name is taken for a new region.</summary>
    public static RegionEndpoint GetBySystemName(string systemName)
    {
        ArgumentException.ThrowIfNullOrEmpty(systemName);
        var (partition, suffix) = systemName.Split('-') switch
        {
            ["cn", ..] => ("aws-cn", "amazonaws.com.cn"),
            ["eusc", ..] => ("aws-eusc", "amazonaws.eu"),
            ["us", "gov", ..] => ("aws-us-gov", "amazonaws.com"),
            ["us", "iso", ..] => ("aws-iso", "c2s.ic.gov"),
            ["us", "isob", ..] => ("aws-iso-b", "sc2s.sgov.gov"),
            ["eu", "isoe", ..] => ("aws-iso-e", "cloud.adc-e.uk"),
            ["us", "isof", ..] => ("aws-iso-f", "csp.hci.ic.gov"),
            _ => ("aws", "amazonaws.com"),
        };
        return new RegionEndpoint(systemName, partition, suffix);
    }

    /// <inheritdoc/>
    public override string ToString() => SystemName;
}
