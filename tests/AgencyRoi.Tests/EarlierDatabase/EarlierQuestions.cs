using System.Text.RegularExpressions;

namespace AgencyRoi.Tests.EarlierDatabase;

/// <summary>
/// The documents that were answered by the version that made the earlier database. They ask for fields that stay when others go: what a
/// closing said, and the figures of now.
/// </summary>
internal static partial class EarlierQuestions
{
    /// <summary>A closed month to the byte: its document, its hash and the figures made from it.</summary>
    public const string AsReported = """
        query AsReported($client: ID!, $month: LocalDate!, $edition: Int, $viewpoint: Viewpoint!) {
          client(id: $client) {
            asReported(month: $month, edition: $edition, viewpoint: $viewpoint) {
              month viewpoint currencyCode
              closing { edition ledgerVersion sha256 closedAt closedBy }
              document
              figures {
                period { from to } currencyCode ...Four
                byChannel { channel { id } cost { amount } direct { ...Total } directAndAssisted { ...Total } adjusted { ...Total } unadjusted { ...Total } }
                byCampaign { campaign { id } cost { amount } direct { ...Total } directAndAssisted { ...Total } adjusted { ...Total } unadjusted { ...Total } }
                byGoal { goal { id } cost { amount } direct { ...Total } directAndAssisted { ...Total } adjusted { ...Total } unadjusted { ...Total } }
                byStream { stream value { amount } adjustedValue { amount } }
                byMonth { month cost { amount } direct { ...Total } directAndAssisted { ...Total } adjusted { ...Total } unadjusted { ...Total } }
              }
              amounts { ...Amounts }
            }
          }
        }
        fragment Four on ReportedRoi {
          cost { amount } direct { ...Total } directAndAssisted { ...Total } adjusted { ...Total } unadjusted { ...Total }
        }
        fragment Total on ReportedTotal { value { amount } net { amount } roiPercent undefinedReason low { amount } high { amount } }
        fragment Amounts on ExactFigures {
          cost { amount } direct { amount } directAndAssisted { amount } adjusted { amount } unadjusted { amount }
        }
        """;

    /// <summary>What came to a closed month later, and by which causes.</summary>
    public const string Restated = """
        query Restated($client: ID!, $month: LocalDate!, $edition: Int) {
          client(id: $client) {
            asReported(month: $month, edition: $edition) {
              restated {
                amounts { ...Amounts }
                difference { ...Amounts }
                causes { cause entryCount amounts { ...Amounts } }
              }
            }
          }
        }
        fragment Amounts on ExactFigures {
          cost { amount } direct { amount } directAndAssisted { amount } adjusted { amount } unadjusted { amount }
        }
        """;

    /// <summary>What a client's portal shows of a published month.</summary>
    public const string Published = """
        query Published($client: ID!, $period: PeriodInput!) {
          client(id: $client) {
            publishedPeriods(first: 24) { nodes { month edition publishedAt } }
            roi(period: $period) {
              period { from to } currencyCode cost { amount }
              direct { ...Total } directAndAssisted { ...Total } adjusted { ...Total } unadjusted { ...Total }
              byStream { stream value { amount } adjustedValue { amount } }
              byMonth { month cost { amount } unadjusted { ...Total } }
            }
          }
        }
        fragment Total on ReportedTotal { value { amount } net { amount } roiPercent undefinedReason low { amount } high { amount } }
        """;

    /// <summary>The figures of now, over all that was ever posted.</summary>
    public const string Figures = """
        query Figures($client: ID!, $period: PeriodInput!, $viewpoint: Viewpoint!) {
          client(id: $client) {
            roi(period: $period, viewpoint: $viewpoint) {
              currencyCode cost { amount }
              direct { ...Figure } directAndAssisted { ...Figure } adjusted { ...Figure } unadjusted { ...Figure }
            }
          }
        }
        fragment Figure on RoiFigure { value { amount } net { amount } roiPercent low { amount } high { amount } }
        """;

    /// <summary>
    /// An answer in the shape that it had when the record was made: a part named its channel, campaign or goal by the id alone. Nothing else is touched, so that all else is
    /// compared to the byte.
    /// </summary>
    public static string AsItWas(string data) => Reference().Replace(data, "\"$1Id\":$2$3");

    [GeneratedRegex(
        """
            "(channel|campaign|goal)":(?:\{"id":("[^"]*")\}|(null))
            """
    )]
    private static partial Regex Reference();

    /// <summary>By the name of the operation.</summary>
    public static string Of(string name) =>
        name switch
        {
            nameof(AsReported) => AsReported,
            nameof(Restated) => Restated,
            nameof(Published) => Published,
            nameof(Figures) => Figures,
            _ => throw new ArgumentException(name),
        };
}
