using GenesysLambdas.Local.SecretsManager;

namespace GenesysLambdas.Local.Tests.SecretsManager;

public class SecretStoreTests
{
    private readonly SecretStore _store = new();

    [Fact]
    public void A_new_value_becomes_current()
    {
        _store.Create("a", Text("1"));
        _store.Put("a", Text("2"));
        _store.Put("a", Text("3"));

        Assert.Equal("3", _store.Get("a").Version.Value.Text);
        Assert.Equal("2", _store.Get("a", stage: "AWSPREVIOUS").Version.Value.Text);
        Assert.Equal([[], ["AWSPREVIOUS"], ["AWSCURRENT"]], _store.UseEvenDeleted("a", secret => secret).Versions.Select(version => version.Stages));
    }

    [Fact]
    public void An_ARN_is_found_with_and_without_its_random_suffix()
    {
        var arn = _store.Create("team/a", Text("1")).Arn;

        Assert.Matches("^arn:aws:secretsmanager:us-east-1:000000000000:secret:team/a-[A-Za-z0-9]{6}$", arn);
        Assert.Equal("team/a", _store.UseEvenDeleted(arn, secret => secret).Name);
        Assert.Equal("team/a", _store.UseEvenDeleted(arn[..^7], secret => secret).Name);
        Assert.Equal("ResourceNotFoundException", Assert.Throws<SecretsManagerException>(() => _store.UseEvenDeleted(arn[..^3], secret => secret)).Type);
    }

    [Fact]
    public void A_version_id_cannot_be_reused_for_another_value()
    {
        _store.Create("a", Text("1"));
        _store.Put("a", Text("2"), "v2");
        _store.Put("a", Text("2"), "v2");

        Assert.Equal(2, _store.UseEvenDeleted("a", secret => secret).Versions.Count);
        Assert.Equal("ResourceExistsException", Assert.Throws<SecretsManagerException>(() => _store.Put("a", Text("3"), "v2")).Type);
    }

    [Fact]
    public void A_custom_stage_does_not_change_the_current_value()
    {
        _store.Create("a", Text("1"));
        _store.Put("a", Text("2"), stages: ["AWSPENDING"]);

        Assert.Equal("1", _store.Get("a").Version.Value.Text);
        Assert.Equal("2", _store.Get("a", stage: "AWSPENDING").Version.Value.Text);
    }

    [Fact]
    public void A_version_must_match_both_id_and_stage()
    {
        _store.Create("a", Text("1"), versionId: "v1");
        _store.Put("a", Text("2"), "v2");

        Assert.Equal("1", _store.Get("a", "v1").Version.Value.Text);
        Assert.Equal("1", _store.Get("a", "v1", "AWSPREVIOUS").Version.Value.Text);
        Assert.Equal("ResourceNotFoundException", Assert.Throws<SecretsManagerException>(() => _store.Get("a", "v1", "AWSCURRENT")).Type);
        Assert.Equal("ResourceNotFoundException", Assert.Throws<SecretsManagerException>(() => _store.Get("a", "v9")).Type);
    }

    [Fact]
    public void A_name_can_be_used_only_once()
    {
        _store.Create("a", Text("1"));

        Assert.Equal("ResourceExistsException", Assert.Throws<SecretsManagerException>(() => _store.Create("a", Text("1"))).Type);
    }

    private static SecretValue Text(string text) => new(text);
}
