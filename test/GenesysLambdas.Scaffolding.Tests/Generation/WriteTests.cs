using GenesysLambdas.Scaffolding.Generation;
using GenesysLambdas.Tooling;

namespace GenesysLambdas.Scaffolding.Tests.Generation;

/// <summary>Changes of files are made all together, or not at all.</summary>
public sealed class WriteTests : IDisposable
{
    private static readonly FileChange Create = new("new/deep/created.txt", Before: null, "created\n");
    private static readonly FileChange Replace = new("replaced.txt", "before\n", "after\n");
    private static readonly FileChange Delete = new("old/deep/deleted.txt", "before\n", After: null);
    private static readonly FileChange Last = new("z/last.txt", Before: null, "last\n");

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("write-");

    public WriteTests()
    {
        Add(Replace.Path, Replace.Before!);
        Add(Delete.Path, Delete.Before!);
        Add("old/kept.txt", "kept\n");
    }

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void Creates_replaces_and_deletes_files_and_their_folders()
    {
        SuiteFiles.Write(_root.FullName, [Create, Replace, Delete]);

        Assert.Equal(["new/", "new/deep/", "new/deep/created.txt: created\n", "old/", "old/kept.txt: kept\n", "replaced.txt: after\n"], Contents());
    }

    [Fact]
    public void Undoes_all_changes_if_a_file_cannot_be_moved()
    {
        Directory.CreateDirectory(At("z/last.txt"));

        AssertNothingChanges("Cannot write " + At("z/last.txt"), Create, Replace, Delete, Last);
    }

    [Fact]
    public void Undoes_all_changes_if_a_file_cannot_be_deleted()
    {
        Add(Last.Path, Last.After!);
        Directory.CreateDirectory(At("z/last.txt.old"));

        AssertNothingChanges("Cannot write " + At("z/last.txt.old"), Create, Replace, Delete, Last with { Before = Last.After, After = null });
    }

    [Fact]
    public void Leaves_no_folder_behind_if_a_file_cannot_be_written()
    {
        Add("z", "a file\n");

        AssertNothingChanges("Cannot write " + At("z/last.txt.new"), Create, Replace, Delete, Last);
    }

    [Fact]
    public void Does_not_change_an_existing_file()
    {
        Add(Last.Path, "someone else's\n");

        AssertNothingChanges("z/last.txt already exists. No files were changed.", Create, Replace, Delete, Last);
    }

    [Theory]
    [InlineData("changed\n")]
    [InlineData(null)]
    public void Does_not_change_a_file_edited_in_the_meantime(string? text)
    {
        File.Delete(At(Replace.Path));
        if (text is not null)
        {
            Add(Replace.Path, text);
        }

        AssertNothingChanges("replaced.txt has changed in the meantime. No files were changed. Try again.", Create, Delete, Replace);
    }

    [Fact]
    public void Restores_files_byte_for_byte()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, (byte)'a', 0xFF];
        File.WriteAllBytes(At(Replace.Path), bytes);
        Directory.CreateDirectory(At("z/last.txt"));

        Assert.Throws<ToolException>(() => SuiteFiles.Write(_root.FullName, [Replace with { Before = File.ReadAllText(At(Replace.Path)) }, Last]));

        Assert.Equal(bytes, File.ReadAllBytes(At(Replace.Path)));
    }

    private void AssertNothingChanges(string message, params FileChange[] changes)
    {
        var before = Contents();

        var exception = Assert.Throws<ToolException>(() => SuiteFiles.Write(_root.FullName, changes));

        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, Contents());
    }

    private void Add(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
    }

    private string At(string path) => Path.Combine(_root.FullName, path);

    private List<string> Contents() =>
    [
        .. from entry in _root.EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
           let path = Path.GetRelativePath(_root.FullName, entry.FullName).Replace('\\', '/')
           orderby path
           select entry is FileInfo ? $"{path}: {File.ReadAllText(entry.FullName)}" : path + "/",
    ];
}
