"""Measures by how their numbers hold: until something changes them, over a period, one for a firm at a time."""

from timeline.lexicon.grammar import wordset

# What holds until something changes it: told without a time, it holds when the document is written.
STATES = wordset(
    "headcount rd_headcount centres factories stores countries cities users members range_km market_cap charging_stations "
    "production_lines subsidiaries capacity assets battery_capacity"
)
# What runs over a period: told without a time in a report, it is of the period that the title names.
FLOWS = wordset(
    "revenue sales_value gmv gross_profit operating_profit net_profit adjusted_net_profit profit profit_before_tax loss ebitda eps "
    "gross_margin net_margin operating_margin net_interest_income net_interest_margin fee_income rd_spending marketing_spending dividend "
    "admin_spending finance_cost capital_spending operating_cash_flow free_cash_flow operating_expenses deliveries shipments sales_volume production exports "
    "cost arpu monthly_active_users daily_active_users paying_users active_users active_buyers active_customers average_price impairment "
    "expense_ratio same_store_sales passengers cargo return_rate premiums contracted_sales electricity throughput load_factor table_turnover profit_margin"
)
# What grows with the length of their period: a quarter's is not set beside a year's.
SUMMED = FLOWS - wordset(
    "gross_margin net_margin operating_margin profit_margin net_interest_margin expense_ratio return_rate load_factor table_turnover "
    "monthly_active_users daily_active_users paying_users active_users active_buyers active_customers average_price"
) | wordset(
    "imports order_value spending orders downloads views gdp gdp_per_capita layoffs income output_value recalls registrations hires"
)
# Measures of which a firm has one value at a time. Prices, sizes, counts of things have many.
SINGLE = wordset(
    "revenue gmv sales_value gross_profit operating_profit net_profit adjusted_net_profit profit loss gross_margin net_margin "
    "operating_margin eps market_cap valuation rd_spending capital_spending marketing_spending cash_reserves operating_cash_flow "
    "debt debt_ratio assets registered_capital inventory dividend deliveries shipments sales_volume production capacity orders "
    "users monthly_active_users daily_active_users registered_users paying_users members headcount rd_headcount stores dealers "
    "energy installed_capacity power gdp gdp_per_capita market_share patents viewers profit_before_tax net_interest_income "
    "fee_income loans deposits equity net_assets_per_share net_interest_margin npl_ratio provision_coverage capital_adequacy "
    "core_tier1_ratio tier1_ratio exports imports passengers cargo load_factor free_cash_flow ebitda active_users active_buyers "
    "finance_cost receivables payables goodwill contract_liabilities active_customers arpu trade_surplus trade_deficit registrations contracted_sales premiums"
)
# What a later value may be set against an earlier one of: one at a time for its owner, or a mean.
COMPARED = (SINGLE | FLOWS | STATES) | wordset(
    "average_price customer_acquisition_cost arpu battery_cost market_size penetration share_price share_capital wealth countries cities "
    "regions population visits downloads views fans followers paying_users aircraft parcels recurring_revenue expense_ratio "
    "completion_rate utilisation conversion_rate retention_rate churn_rate satisfaction yield_rate defect_rate localisation_rate "
    "interest_rate return_rate tax_rate inflation unemployment stake gdp_share exports_share revenue_share research_share rd_spending_share"
)
