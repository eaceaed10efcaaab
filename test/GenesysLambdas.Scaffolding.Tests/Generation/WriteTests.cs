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
    public void Files_are_created_replaced_and_deleted_and_folders_come_and_go_with_them()
    {
        SuiteFiles.Write(_root.FullName, [Create, Replace, Delete]);

        Assert.Equal(["new/", "new/deep/", "new/deep/created.txt: created\n", "old/", "old/kept.txt: kept\n", "replaced.txt: after\n"], Contents());
    }

    [Fact]
    public void A_file_that_cannot_be_put_in_its_place_undoes_everything_before_it()
    {
        Directory.CreateDirectory(At("z/last.txt"));

        AssertNothingChanges("Cannot write " + At("z/last.txt"), Create, Replace, Delete, Last);
    }

    [Fact]
    public void A_file_that_cannot_be_deleted_undoes_everything_before_it()
    {
        Add(Last.Path, Last.After!);
        Directory.CreateDirectory(At("z/last.txt.old"));

        AssertNothingChanges("Cannot write " + At("z/last.txt.old"), Create, Replace, Delete, Last with { Before = Last.After, After = null });
    }

    [Fact]
    public void A_text_that_cannot_be_written_leaves_no_folder_behind()
    {
        Add("z", "a file\n");

        AssertNothingChanges("Cannot write " + At("z/last.txt.new"), Create, Replace, Delete, Last);
    }

    [Fact]
    public void A_file_that_is_already_there_is_left_alone()
    {
        Add(Last.Path, "someone else's\n");

        AssertNothingChanges("z/last.txt already exists. No files were changed.", Create, Replace, Delete, Last);
    }

    [Theory]
    [InlineData("changed\n")]
    [InlineData(null)]
    public void A_file_that_was_changed_in_the_meantime_is_left_alone(string? text)
    {
        File.Delete(At(Replace.Path));
        if (text is not null)
        {
            Add(Replace.Path, text);
        }

        AssertNothingChanges("replaced.txt has changed in the meantime. No files were changed. Try again.", Create, Delete, Replace);
    }

    [Fact]
    public void Bytes_are_put_back_as_they_were()
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
