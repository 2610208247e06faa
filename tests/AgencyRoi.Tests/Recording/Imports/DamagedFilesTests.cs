using System.Globalization;
using System.Net;
using System.Text.Json;
using AgencyRoi.Recording.Imports;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyRoi.Tests.Recording.Imports;

/// <summary>However a file is damaged, each of its lines is accounted for, and nothing before the damage is lost. Lines are counted by other code.</summary>
public sealed class DamagedFilesTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private static readonly int Files = Setting("DAMAGED_FILES", 100);
    private static readonly int FirstSeed = Setting("DAMAGED_SEED", 1);

    private readonly Dictionary<string, int> outcomes = [];

    [Fact]
    public async Task No_line_of_a_damaged_file_is_unaccounted_for()
    {
        await app.DoAsync(app.Alpha.StaffToken, "clients/CreateClient", Clientele.NewClient(externalReference: "damaged"));
        var kinds = app.Services.GetRequiredService<ImportKinds>().All;
        var lines = 0L;
        for (var seed = FirstSeed; seed < FirstSeed + Files; seed++)
        {
            var file = new DamagedFile(seed, kinds[seed % kinds.Count], "damaged");
            var (status, answer) = await app.PostBytesAsync(
                app.Alpha.StaffToken,
                $"{file.Kind.Name}?dryRun={(seed % 2 == 0 ? "true" : "false")}{file.Query}",
                file.Bytes,
                new SentAs(Encoding: file.IsPacked ? "gzip" : null)
            );
            var outcome = Check(file, status, answer, $"seed {seed}, {file.Kind.Name}, {file.Damage}: {answer}");
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
            lines += file.Lines;
        }
        TestContext.Current.TestOutputHelper!.WriteLine( // There is one in a running test.
            $"{Files} files, {lines} lines, 0 unaccounted for: {string.Join(", ", outcomes.OrderBy(one => one.Key).Select(one => $"{one.Key} {one.Value}"))}"
        );
    }

    private static string Check(DamagedFile file, HttpStatusCode status, JsonElement answer, string what)
    {
        if (status == HttpStatusCode.UnsupportedMediaType)
        {
            Assert.True(file.DamagedLine == 1 || file.IsBrokenPack, what);
            return "not text";
        }
        Assert.True(status is HttpStatusCode.OK or HttpStatusCode.BadRequest, what);
        var lines = answer.GetProperty("lines");
        var read = Count("header") + Count("withoutContent") + Count("stored") + Count("refused");
        Assert.Equal(0, Count("outcomeUnknown"));
        var (created, updated, unchanged, refused) = answer.Counts();
        Assert.True(created + updated + unchanged <= Count("stored") && refused <= Count("refused"), what);
        var unreadable = answer.GetProperty("unreadable");
        Assert.Equal(unreadable.ValueKind == JsonValueKind.Null ? HttpStatusCode.OK : HttpStatusCode.BadRequest, status);
        if (unreadable.ValueKind != JsonValueKind.Null)
        {
            Assert.True(unreadable.GetProperty("fromLine").GetInt64() == read + 1, what);
            Assert.True(read + 1 >= file.DamagedLine || file.IsBrokenPack, what);
        }
        if (lines.GetProperty("total").ValueKind == JsonValueKind.Null)
        {
            Assert.True(file.IsBrokenPack && lines.GetProperty("notRead").ValueKind == JsonValueKind.Null, what);
            return "total unknown";
        }
        Assert.True(Count("total") == file.Lines || file.IsBrokenPack, $"{file.Lines} lines, {what}");
        Assert.True(Count("notRead") == Count("total") - read, what);
        if (unreadable.ValueKind != JsonValueKind.Null)
            return Count("notRead") == Count("total") ? "nothing read" : "read in part";
        Assert.True(Count("notRead") == 0, what);
        return "read whole";

        long Count(string name) => lines.GetProperty(name).GetInt64();
    }

    private static int Setting(string name, int standard) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : standard;
}
