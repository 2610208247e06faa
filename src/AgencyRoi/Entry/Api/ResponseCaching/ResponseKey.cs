using System.Security.Cryptography;
using System.Text;
using AgencyRoi.Access;
using AgencyRoi.GraphQL.Execution;

namespace AgencyRoi.Entry.Api.ResponseCaching;

/// <summary>
/// A digest of all that an answer follows from but the stored rows: the request as it was sent, who asks with which rights, how decimals are written, and the
/// quarter of an hour, since a client's day begins on a quarter of some hour in every time zone.
/// </summary>
internal readonly record struct ResponseKey(UInt128 First, UInt128 Second)
{
    public static ResponseKey Of(GraphQLRequest request, Viewer viewer, bool decimalsAsStrings, DateTimeOffset now)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(
            string.Join(
                '\n',
                viewer.Caller,
                viewer.Role,
                string.Join(',', viewer.Permissions.ToList()),
                viewer.Clients.Setting,
                viewer.TrustedDocumentsOnly,
                viewer.Agency.Id,
                viewer.Agency.CurrencyCode,
                viewer.Agency.TimeZone,
                decimalsAsStrings,
                now.UtcTicks / TimeSpan.FromMinutes(15).Ticks
            )
        );
        Add(viewer.Agency.Identifier);
        Add(viewer.Agency.Name);
        Add(request.OperationName);
        Add(request.DocumentId);
        Add(request.Variables?.GetRawText());
        AddBytes(request.Query.Span);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        digest.GetHashAndReset(hash);
        return new(BitConverter.ToUInt128(hash), BitConverter.ToUInt128(hash[16..]));

        void Add(string? text) => AddBytes(text is null ? [] : Encoding.UTF8.GetBytes(text));

        // The length before the bytes: what ends one part cannot begin the next.
        void AddBytes(ReadOnlySpan<byte> bytes)
        {
            digest.AppendData(BitConverter.GetBytes(bytes.Length));
            digest.AppendData(bytes);
        }
    }
}
