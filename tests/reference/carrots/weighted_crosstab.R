# Weighted crosstabs of the carrots, with the survey package (Debian: r-cran-survey). Run here: Rscript weighted_crosstab.R
# People are raked to invented shares of age and household size. Everything a crosstab shows of one product is computed by R:
# raking by survey::rake, means and shares with their errors by svymean on the design of each column.
suppressMessages(library(survey))
d <- read.csv("data.csv", stringsAsFactors = FALSE)
people <- d[!duplicated(d$Consumer), c("Consumer", "Age", "Homesize")]
n <- nrow(people)
targets <- list(Age = c("1" = .3, "2" = .3, "3" = .25, "4" = .15), Homesize = c("1" = .6, "3" = .4))
margin <- function(name) setNames(data.frame(names(targets[[name]]), targets[[name]] * n), c(name, "Freq"))
people$Age <- factor(people$Age); people$Homesize <- factor(people$Homesize)
raked <- rake(svydesign(~1, weights = ~1, data = people), list(~Age, ~Homesize), list(margin("Age"), margin("Homesize")),
              control = list(maxit = 1000, epsilon = 1e-11 * n))
people$w <- weights(raked) * n / sum(weights(raked))
d <- merge(d, people[, c("Consumer", "w")])
kish <- function(w) sum(w)^2 / sum(w^2)

column <- function(x) {
  x <- x[!is.na(x$Preference), ]
  x$top <- as.numeric(x$Preference >= 6)
  design <- svydesign(~1, weights = ~w, data = x)
  m <- svymean(~Preference, design); s <- svymean(~top, design)
  list(n = nrow(x), effectiveN = kish(x$w), mean = coef(m)[[1]], error = SE(m)[[1]], share = coef(s)[[1]],
       plainMean = mean(x$Preference), plainShare = mean(x$top))
}
pair <- function(a, b) {
  p <- (a$share * a$effectiveN + b$share * b$effectiveN) / (a$effectiveN + b$effectiveN)
  z <- (a$share - b$share) / sqrt(p * (1 - p) * (1 / a$effectiveN + 1 / b$effectiveN))
  v <- c(a$error^2, b$error^2)
  df <- sum(v)^2 / (v[1]^2 / (a$effectiveN - 1) + v[2]^2 / (b$effectiveN - 1))
  t <- (a$mean - b$mean) / sqrt(sum(v))
  list(z = z, zP = 2 * pnorm(-abs(z)), t = t, df = df, tP = 2 * pt(-abs(t), df))
}
# Columns of fewer than ten effective people are counted and not tested.
large <- function(columns) Filter(function(x) x$effectiveN >= 10, columns)
welch <- function(columns) {
  w <- sapply(columns, function(x) 1 / x$error^2); m <- sapply(columns, `[[`, "mean"); df <- sapply(columns, function(x) x$effectiveN - 1)
  k <- length(columns); tmp <- sum((1 - w / sum(w))^2 / df) / (k^2 - 1); centre <- sum(w * m) / sum(w)
  f <- sum(w * (m - centre)^2) / (k - 1) / (1 + 2 * (k - 2) * tmp)
  pf(f, k - 1, 1 / (3 * tmp), lower.tail = FALSE)
}
# Pearson's chi-square where no weight makes Cochran's rule fail; the counts are effective people.
square <- function(columns) {
  yes <- sapply(columns, function(x) x$share * x$effectiveN); all <- sapply(columns, `[[`, "effectiveN")
  o <- rbind(yes, all - yes); e <- outer(rowSums(o), colSums(o)) / sum(o)
  pchisq(sum((o - e)^2 / e), length(columns) - 1, lower.tail = FALSE)
}
crosstab <- function(own, by) {
  groups <- sort(unique(own[[by]])); columns <- lapply(groups, function(g) column(own[own[[by]] == g, ]))
  pairs <- list()
  for (i in seq_along(groups)) for (j in seq_along(groups)) if (i < j) pairs[[length(pairs) + 1]] <- c(list(first = i - 1, second = j - 1), pair(columns[[i]], columns[[j]]))
  own <- own[!is.na(own$Preference), ]; own$top <- own$Preference >= 6
  plain <- list(welchP = oneway.test(Preference ~ own[[by]], own)$p.value,
                chiP = suppressWarnings(chisq.test(table(own$top, own[[by]]), correct = FALSE))$p.value)
  list(by = by, keys = as.character(groups), total = column(own), columns = columns, pairs = pairs, meanP = welch(large(columns)), shareP = square(large(columns)), plain = plain)
}
# The same people on two products: the weighted mean of each person's own difference.
paired <- function(one, other) {
  x <- merge(d[d$Product == one, c("Consumer", "Preference", "w")], d[d$Product == other, c("Consumer", "Preference")], by = "Consumer")
  x <- x[!is.na(x$Preference.x) & !is.na(x$Preference.y), ]
  test <- function(difference) {
    m <- svymean(~difference, svydesign(~1, weights = ~w, data = cbind(x, difference)))
    t <- coef(m)[[1]] / SE(m)[[1]]; df <- kish(x$w) - 1
    list(difference = coef(m)[[1]], error = SE(m)[[1]], t = t, p = 2 * pt(-abs(t), df))
  }
  a <- x$Preference.x >= 6; b <- x$Preference.y >= 6
  list(first = one, second = other, n = nrow(x), mean = test(x$Preference.x - x$Preference.y), share = test(a - b),
       plainT = t.test(x$Preference.x, x$Preference.y, paired = TRUE)$p.value,
       onlyFirst = sum(a & !b), onlySecond = sum(b & !a), midP = {k <- min(sum(a & !b), sum(b & !a)); m <- sum(a != b); 2 * pbinom(k, m, .5) - dbinom(k, m, .5)})
}
json <- function(x) {
  if (is.list(x) && !is.null(names(x))) paste0("{", paste(sprintf("\"%s\": %s", names(x), sapply(x, json)), collapse = ", "), "}")
  else if (is.list(x) || length(x) > 1) paste0("[", paste(sapply(x, json), collapse = ", "), "]")
  else if (is.character(x)) sprintf("\"%s\"", x) else sprintf("%.12g", x)
}
bolero <- d[d$Product == "Bolero_E", ]
writeLines(json(list(
  product = "Bolero_E", targets = lapply(targets, as.list), effectiveN = kish(people$w), smallest = min(people$w), largest = max(people$w),
  crosstabs = list(crosstab(bolero, "Homesize"), crosstab(bolero, "Age")),
  paired = list(paired("Bolero_E", "Bolero_L"), paired("Bolero_E", "Major_E"))
)), "weighted_crosstab.json")
